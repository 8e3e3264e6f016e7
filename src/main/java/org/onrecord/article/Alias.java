package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Another name of an actor, product or policy, and when it counts.
 *
 * @param text the name exactly as it is written, capitals included
 * @param use when the name counts
 * @param context for {@link Use#WITH_CONTEXT}: words of which the article must contain at least one; else empty
 */
public record Alias(String text, Use use, List<String> context) {
    /** When an alias counts as a name of its owner. */
    public enum Use {
        /** Wherever it stands. */
        ALWAYS,
        /** Only after the owner's full name, or another alias that always counts, stood earlier in the article. */
        AFTER_FULL_NAME,
        /** Only right after a title or role that fits the owner ("Senator Warren"), or as {@link #AFTER_FULL_NAME}. */
        WITH_TITLE,
        /** Only in an article that has one of the {@linkplain Alias#context() context words}. */
        WITH_CONTEXT
    }

    public Alias {
        requireNonNull(use, "use");
        context = List.copyOf(context);
        if (text.isBlank()) {
            throw new IllegalArgumentException("an alias is not blank");
        }
        if ((use == Use.WITH_CONTEXT) == context.isEmpty()) {
            throw new IllegalArgumentException("context words belong to an alias that counts with them: " + text);
        }
    }

    /** An alias that counts wherever it stands. */
    public static Alias always(String text) {
        return new Alias(text, Use.ALWAYS, List.of());
    }
}
