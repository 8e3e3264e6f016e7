package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * What a source says of an article before anybody has read it.
 *
 * @param title the headline; empty if none
 * @param published when it was published; null if it does not say
 * @param updated when it was changed; null if it does not say
 * @param summary plain text; empty if none
 */
public record Hints(
        String title,
        @Nullable Published published,
        @Nullable Published updated,
        String summary) {
    /** A source that says nothing. */
    public static final Hints NONE = new Hints("", null, null, "");

    public Hints {
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
    }
}
