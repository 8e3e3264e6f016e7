package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a feed says.
 *
 * @param title the feed's title as plain text, empty if none
 * @param format for people and JSON: {@code rss-2.0}, {@code rdf}, {@code atom-1.0}, {@code json-feed}
 * @param entries in the order of the feed
 */
public record Feed(String title, String format, List<FeedEntry> entries) {
    public Feed {
        requireNonNull(title, "title");
        requireNonNull(format, "format");
        entries = List.copyOf(entries);
    }
}
