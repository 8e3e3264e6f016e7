package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * One entry of a feed.
 *
 * @param title plain text, empty if none
 * @param link absolute where the feed lets us know; null if the entry has none
 * @param published when it was published, else updated; null when the feed does not say
 * @param updated when it was changed after that; null when the feed does not say
 * @param summary plain text, empty if none
 * @param id what the feed calls it (guid, id), empty if nothing
 */
public record FeedEntry(
        String title,
        @Nullable URI link,
        @Nullable Published published,
        @Nullable Published updated,
        String summary,
        String id) {
    public FeedEntry {
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
        requireNonNull(id, "id");
    }
}
