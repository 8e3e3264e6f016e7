package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.SourceId;

/**
 * A source as the pages name it.
 *
 * @param id the source
 * @param name its name for people
 * @param kind what it is, in a word: "feed", "sitemap", "listing"
 * @param fullText whether its articles may be shown in full; else headline, link and short quotations
 */
public record WatchedSource(SourceId id, String name, String kind, boolean fullText) {
    public WatchedSource {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }
}
