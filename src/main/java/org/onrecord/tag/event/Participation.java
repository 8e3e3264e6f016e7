package org.onrecord.tag.event;

import org.onrecord.article.EventType;

/** Who takes part in events of a type. */
enum Participation {
    /** Only the one who acts: a rule has an author. */
    AUTHORITY,
    /** The one who acts and the one whom it concerns: a licence has an issuer and a holder. */
    AUTHORITY_AND_CONCERNED,
    /** Bodies and persons: a bill has a chamber or a sponsor. */
    CHAMBER_OR_SPONSOR,
    /** Whoever is named: a meeting has two sides. */
    ALL_SIDES,
    /** Companies and those they deal with. */
    PARTNERS,
    /** A company of its own accord. */
    COMPANY;

    static Participation in(EventType type) {
        return switch (type) {
            case RULE_ISSUED, PROCUREMENT_CURB, TARIFF -> AUTHORITY;
            case LICENCE_GRANTED, LICENCE_DENIED, LICENCE_REQUIRED, ENTITY_LISTING, INVESTIGATION, BAN, ENFORCEMENT ->
                AUTHORITY_AND_CONCERNED;
            case LEGISLATION -> CHAMBER_OR_SPONSOR;
            case MEETING -> ALL_SIDES;
            case DEAL -> PARTNERS;
            case PRODUCTION_PLAN -> COMPANY;
        };
    }
}
