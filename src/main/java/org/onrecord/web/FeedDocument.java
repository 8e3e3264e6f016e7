package org.onrecord.web;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A feed before it is written in one of the forms.
 *
 * @param id never changes for a query
 * @param self the address of the feed
 * @param home the page that shows the same
 * @param items the newest first
 */
record FeedDocument(String id, String title, URI self, URI home, List<FeedItem> items) {
    FeedDocument {
        items = List.copyOf(items);
    }

    /** When the newest version of an item was fetched; the beginning of time for a feed without items. */
    Instant updated() {
        return items.stream()
                .map(FeedItem::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
