package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sitemap says: a list of pages, or an index of other sitemaps.
 *
 * @param format for people: {@code sitemap}, {@code sitemap index}, {@code rss}, {@code atom}, {@code text}
 * @param pages in the order of the sitemap, each address once; empty for an index
 * @param parts the sitemaps that an index names, in its order; empty for a list of pages
 */
public record Sitemap(String format, List<Entry> pages, List<Part> parts) {
    public Sitemap {
        requireNonNull(format, "format");
        pages = List.copyOf(pages);
        parts = List.copyOf(parts);
    }

    /**
     * A page.
     *
     * @param link with the title and date of its news entry, if it has one
     * @param changedAt when it was changed or published last; null when the sitemap does not say
     */
    public record Entry(Link link, @Nullable Instant changedAt) {
        public Entry {
            requireNonNull(link, "link");
        }
    }

    /**
     * Another sitemap.
     *
     * @param uri where it is
     * @param changedAt when it was changed last; null when the index does not say
     */
    public record Part(URI uri, @Nullable Instant changedAt) {
        public Part {
            requireNonNull(uri, "uri");
        }
    }
}
