package org.onrecord.tag.event;

import org.onrecord.article.ActorId;

/**
 * Somebody named or described near an event, who may take part in it.
 *
 * @param actor who it is
 * @param role what kind of participant
 * @param gap how far from the event, in characters
 */
record Candidate(ActorId actor, Role role, int gap) {
    /** Kinds of participants. */
    enum Role {
        /** A ministry, court, parliament or the like. */
        BODY,
        /** A country, for its government. */
        GOVERNMENT,
        COMPANY,
        PERSON
    }
}
