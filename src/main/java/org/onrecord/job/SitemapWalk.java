package org.onrecord.job;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.Sitemap;
import org.onrecord.extract.SitemapReader;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;
import org.onrecord.state.SourceState;

/**
 * Collects the links of a sitemap and of the sitemaps that it names, newest first.
 *
 * <p>Sitemaps that have not changed since the last good round are not asked. Indexes that name each other in a circle, or
 * the same sitemap under ever new addresses, end soon.
 */
final class SitemapWalk {
    /** Sitemaps in one round; an index of more gets on in the next round, by what has changed by then. */
    private static final int MOST_SITEMAPS = 50;

    /** So many copies of sitemaps that were read already show a trap. */
    private static final int MOST_COPIES = 3;

    /** Clocks differ, and a sitemap may be written while it is read. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final Comparator<Sitemap.Entry> NEWEST_FIRST =
            Comparator.comparing(Sitemap.Entry::changedAt, Comparator.nullsLast(Comparator.reverseOrder()));
    private static final Comparator<Sitemap.Part> NEWEST_PART_FIRST =
            Comparator.comparing(Sitemap.Part::changedAt, Comparator.nullsLast(Comparator.reverseOrder()));

    private final SitemapReader reader = new SitemapReader();
    private final Fetcher fetcher;
    private final URI root;
    private final SourceState before;
    private final NewLinks links;
    private final BiConsumer<URI, String> troubles;
    private final Instant now;

    private final Deque<URI> waiting = new ArrayDeque<>();
    private final Set<URI> named = new HashSet<>();
    private final Set<Integer> contents = new HashSet<>();
    private int asked;
    private int copies;

    /**
     * @param before what is known of the source
     * @param links takes what is found
     * @param troubles takes sitemaps that could not be read, with the reason
     */
    SitemapWalk(
            Fetcher fetcher,
            URI root,
            SourceState before,
            NewLinks links,
            BiConsumer<URI, String> troubles,
            Instant now) {
        this.fetcher = fetcher;
        this.root = root;
        this.before = before;
        this.links = links;
        this.troubles = troubles;
        this.now = now;
    }

    /**
     * The state of the source after the walk. The links are committed by then. Throws {@link ExtractException} when the root
     * is no sitemap.
     *
     * @param next when the source is asked again
     * @param retry when it is asked again if it failed
     */
    SourceState run(Instant next, Instant retry) {
        named.add(root);
        FetchRequest request = before.mayAskConditionally(now)
                ? new FetchRequest(root, before.etag(), before.lastModified())
                : FetchRequest.of(root);
        return switch (fetcher.fetch(request)) {
            case Fetched fetched -> {
                Page page = fetched.page();
                boolean index = take(page);
                takeParts();
                links.finish();
                // An unchanged index says nothing of its parts, so it is always asked in full.
                yield before.fetched(
                        index ? null : page.header("ETag").orElse(null),
                        index ? null : page.header("Last-Modified").orElse(null),
                        outcome(),
                        now,
                        next);
            }
            case NotModified same -> before.unchanged("unchanged", now, next);
            case Refused no -> before.failed("refused: " + no.reason(), now, retry);
            case Failed failure ->
                before.failed(failure.reason(), now, SourceRound.later(retry, now, failure.retryAfter()));
        };
    }

    private String outcome() {
        return links.outcome()
                + (asked == 0 ? "" : " in " + asked + " sitemaps")
                + (waiting.isEmpty() ? "" : "; " + waiting.size() + " sitemaps left out");
    }

    private void takeParts() {
        while (!waiting.isEmpty() && asked < MOST_SITEMAPS && copies < MOST_COPIES) {
            URI uri = waiting.removeFirst();
            asked++;
            @Nullable String trouble = takePart(uri, fetcher.fetch(FetchRequest.of(uri)));
            if (trouble != null) {
                troubles.accept(uri, trouble);
            }
        }
    }

    private @Nullable String takePart(URI uri, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> {
                try {
                    take(fetched.page());
                    yield null;
                } catch (ExtractException e) {
                    yield e.getMessage();
                }
            }
            case NotModified same -> "answered \"not modified\" to a first request";
            case Refused no -> no.reason();
            case Failed failure -> failure.reason();
        };
    }

    /** Whether the page is an index. */
    private boolean take(Page page) {
        if (!contents.add(Arrays.hashCode(page.body()))) {
            copies++;
            return false;
        }
        Sitemap sitemap = reader.read(page);
        sitemap.pages().stream().sorted(NEWEST_FIRST).forEach(entry -> links.add(entry.link()));
        sitemap.parts().stream()
                .filter(this::mayHaveChanged)
                .sorted(NEWEST_PART_FIRST)
                .map(Sitemap.Part::uri)
                .filter(named::add)
                .forEach(waiting::add);
        return !sitemap.parts().isEmpty();
    }

    private boolean mayHaveChanged(Sitemap.Part part) {
        Instant changed = part.changedAt();
        Instant success = before.successAt();
        return changed == null || success == null || changed.isAfter(success.minus(OVERLAP));
    }
}
