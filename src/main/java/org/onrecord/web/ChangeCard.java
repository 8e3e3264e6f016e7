package org.onrecord.web;

import org.onrecord.article.ActorId;
import org.onrecord.search.PositionChange;

/** A change of side: who, and what was said before and after. */
record ChangeCard(ActorLink actor, StatementLine before, StatementLine after, long confidence) {
    static ChangeCard of(ActorId actor, PositionChange change, Labels labels) {
        return new ChangeCard(
                ActorLink.of(actor, labels),
                StatementLine.of(change.before(), labels),
                StatementLine.of(change.after(), labels),
                Math.round(100 * change.confidence()));
    }
}
