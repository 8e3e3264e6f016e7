package org.onrecord.extract;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.fetch.Page;

/**
 * Reads feeds of every format and of every degree of brokenness: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.
 *
 * <p>Takes what it can get and leaves the rest empty. Loads nothing: entities that a document declares stay unread, DTDs and
 * includes are ignored. Stateless, safe for many threads.
 */
public final class FeedReader {
    /** Entries may be dated a little ahead of us, not by days. */
    static final Duration AHEAD = Duration.ofDays(2);

    /** The feed on a fetched page; throws {@link ExtractException} if there is none. */
    public Feed read(Page page) {
        List<FeedEntry> entries = new ArrayList<>();
        FeedHead head = read(page, null, entries::add);
        return new Feed(head.title(), head.format(), entries);
    }

    /**
     * As {@link #read(Page)}, with entries handed on one by one in the order of the feed: it may have very many.
     *
     * @param zone the zone of times that are given without one; null if not known
     */
    FeedHead read(Page page, @Nullable ZoneId zone, Consumer<FeedEntry> entries) {
        DateReader dates = new DateReader(page.fetchedAt().plus(AHEAD), zone);
        return read(page.body(), page.header("Content-Type").orElse(null), page.uri(), dates, entries);
    }

    /**
     * The feed in these bytes; throws {@link ExtractException} if they hold none.
     *
     * @param contentType the Content-Type header, for its charset; null if none
     * @param base where the feed lies, for relative links; null if unknown
     */
    public Feed read(byte[] body, @Nullable String contentType, @Nullable URI base) {
        List<FeedEntry> entries = new ArrayList<>();
        FeedHead head = read(body, contentType, base, new DateReader(null), entries::add);
        return new Feed(head.title(), head.format(), entries);
    }

    private static FeedHead read(
            byte[] body,
            @Nullable String contentType,
            @Nullable URI base,
            DateReader dates,
            Consumer<FeedEntry> entries) {
        String text = TextDecoder.decode(body, contentType);
        String start = text.strip();
        Optional<FeedHead> feed = start.startsWith("{")
                ? new JsonFeed(dates).read(start, base, entries)
                : new XmlFeed(dates).read(text, base, entries);
        return feed.orElseThrow(() -> new ExtractException("no feed at " + (base == null ? "this address" : base)
                + " but " + kind(start) + "; look up the feed's address, or watch the page as a listing"));
    }

    private static String kind(String start) {
        String lower = start.substring(0, Math.min(start.length(), 2000)).toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return "nothing (0 characters)";
        }
        if (lower.contains("<html") || lower.contains("<!doctype html")) {
            return "an HTML page";
        }
        if (lower.startsWith("%pdf")) {
            return "a PDF document";
        }
        return lower.startsWith("{") || lower.startsWith("[") ? "other JSON" : "something else";
    }
}
