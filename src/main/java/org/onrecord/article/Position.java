package org.onrecord.article;

import java.util.Locale;

/** Where a speaker stands on an issue's proposition. */
public enum Position {
    FOR,
    AGAINST,
    /** Nothing about the speaker's own stand can be read off the statement. */
    NONE;

    /** The word for it in the annotated articles, queries and JSON: {@code against}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The position with this label; throws {@link IllegalArgumentException} for any other word. */
    public static Position ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
