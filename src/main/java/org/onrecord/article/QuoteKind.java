package org.onrecord.article;

import java.util.Locale;

/** How much of a statement's content stands inside quotation marks. */
public enum QuoteKind {
    /** All of it. */
    DIRECT,
    /** Nothing. */
    INDIRECT,
    /** A part. */
    MIXED;

    /** The word for it in the annotated articles and JSON: {@code direct}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this label; throws {@link IllegalArgumentException} for any other word. */
    public static QuoteKind ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
