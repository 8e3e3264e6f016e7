package org.onrecord.article;

import java.util.Locale;

/** What was decided or done in policy. The labels are those of the annotated articles: {@code licence-granted}. */
public enum EventType {
    RULE_ISSUED,
    BAN,
    LICENCE_REQUIRED,
    LICENCE_GRANTED,
    LICENCE_DENIED,
    ENTITY_LISTING,
    INVESTIGATION,
    LEGISLATION,
    MEETING,
    DEAL,
    TARIFF,
    PROCUREMENT_CURB,
    PRODUCTION_PLAN,
    ENFORCEMENT;

    /** The word for it in the annotated articles, queries and JSON: {@code licence-granted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type with this label; throws {@link IllegalArgumentException} for any other word. */
    public static EventType ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
