package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as it was at one time, and how it differs from the time before.
 *
 * @param capture the number of the capture that brought it
 * @param sha256 of the archived page's bytes, 64 hexadecimal digits
 * @param fetchedAt when it was fetched; of the first version, when the article was first seen
 * @param published what it said then of its publication, with the publisher's offset; null when nothing
 * @param updated what it said then of its last change; null when nothing
 * @param title its headline then
 * @param changes what differs from the version before, in the order of the text; empty for the first one
 */
public record ArticleVersion(
        long capture,
        String sha256,
        Instant fetchedAt,
        @Nullable Published published,
        @Nullable Published updated,
        String title,
        List<TextChange> changes) {
    public ArticleVersion {
        requireNonNull(sha256, "sha256");
        requireNonNull(fetchedAt, "fetchedAt");
        requireNonNull(title, "title");
        changes = List.copyOf(changes);
    }

    /**
     * A place at which two versions differ: whole paragraphs, or the headline.
     *
     * @param before what stood there; empty for what is new
     * @param after what stands there now; empty for what is gone
     */
    public record TextChange(List<String> before, List<String> after) {
        public TextChange {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
