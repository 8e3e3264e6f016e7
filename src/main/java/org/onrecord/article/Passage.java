package org.onrecord.article;

import static java.util.Objects.requireNonNull;

/**
 * Words of an article with their place: the evidence of every finding.
 *
 * @param span where in the article's text
 * @param text the words there, exactly as they stand
 */
public record Passage(Span span, String text) {
    public Passage {
        requireNonNull(span, "span");
        if (text.length() != span.length()) {
            throw new IllegalArgumentException(
                    "a passage of " + text.length() + " units cannot stand at " + span.start() + " to " + span.end());
        }
    }

    /** Cuts the passage from {@code start} to {@code end} out of an article's text. */
    public static Passage of(String articleText, int start, int end) {
        return new Span(start, end).in(articleText);
    }

    public int start() {
        return span.start();
    }

    public int end() {
        return span.end();
    }

    /** Whether {@code articleText} has exactly these words at this place. */
    boolean standsIn(String articleText) {
        return articleText.startsWith(text, span.start());
    }
}
