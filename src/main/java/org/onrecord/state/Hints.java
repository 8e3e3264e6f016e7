package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * What a source says of an article before anybody has read it.
 *
 * @param title the headline; empty if none
 * @param published the date; null if none
 * @param summary plain text; empty if none
 */
public record Hints(String title, @Nullable Published published, String summary) {
    /** A source that says nothing. */
    public static final Hints NONE = new Hints("", null, "");

    public Hints {
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
    }
}
