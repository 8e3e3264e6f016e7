package org.onrecord.article;

import java.util.Locale;

/** What an actor is. */
public enum ActorKind {
    PERSON,
    COMPANY,
    /** A ministry, department, bureau or other part of a government. */
    AGENCY,
    /** A parliament, a chamber, or a committee of one. */
    LEGISLATURE,
    /** A country, state, region or city. */
    PLACE,
    THINK_TANK,
    NEWS_OUTLET,
    /** A party, trade association, court, university, alliance or other body. */
    ORGANISATION;

    /** The word for it in configuration and JSON: {@code think-tank}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this label; throws {@link IllegalArgumentException} for any other word. */
    public static ActorKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** How a mention of such an actor is typed. */
    public EntityType entityType() {
        return switch (this) {
            case PERSON -> EntityType.PERSON;
            case PLACE -> EntityType.GPE;
            case COMPANY, AGENCY, LEGISLATURE, THINK_TANK, NEWS_OUTLET, ORGANISATION -> EntityType.ORG;
        };
    }
}
