package org.onrecord.job;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.state.SourceState;

/** Asks for a feed, or for a page with links and those that continue it, and collects the links. */
final class ListWalk {
    private final Source source;
    private final URI uri;
    private final Fetcher fetcher;
    private final LinkExtractor linkExtractor;
    private final SourceState before;
    private final NewLinks links;
    private final RoundTally tally;
    private final Instant now;

    ListWalk(FeedSource feed, RoundParts parts, SourceState before, NewLinks links, RoundTally tally) {
        this(feed, feed.uri(), parts, before, links, tally);
    }

    ListWalk(ListingSource listing, RoundParts parts, SourceState before, NewLinks links, RoundTally tally) {
        this(listing, listing.uri(), parts, before, links, tally);
    }

    private ListWalk(Source source, URI uri, RoundParts parts, SourceState before, NewLinks links, RoundTally tally) {
        this.source = source;
        this.uri = uri;
        this.fetcher = parts.fetcher();
        this.linkExtractor = parts.linkExtractor();
        this.before = before;
        this.links = links;
        this.tally = tally;
        this.now = parts.clock().instant();
    }

    /**
     * The state of the source after the walk. The links are committed by then. Throws
     * {@link org.onrecord.extract.ExtractException} when the page is not what the source should send.
     *
     * @param next when the source is asked again
     * @param retry when it is asked again if it failed
     */
    SourceState run(Instant next, Instant retry) {
        FetchRequest request = before.mayAskConditionally(now)
                ? new FetchRequest(uri, before.etag(), before.lastModified())
                : FetchRequest.of(uri);
        return switch (fetcher.fetch(request)) {
            case Fetched fetched -> {
                Page page = fetched.page();
                take(page);
                if (source instanceof ListingSource listing) {
                    followPages(page, listing);
                }
                yield before.fetched(
                        page.header("ETag").orElse(null),
                        page.header("Last-Modified").orElse(null),
                        links.outcome(),
                        now,
                        next);
            }
            case NotModified same -> before.unchanged("unchanged", now, next);
            case Refused no -> before.failed("refused: " + no.reason(), now, retry);
            case Failed failure ->
                before.failed(failure.reason(), now, SourceRound.later(retry, now, failure.retryAfter()));
        };
    }

    private void take(Page page) {
        linkExtractor.links(page, source, links::add);
        links.finish();
    }

    /** Asks for the next pages of a list until one brings nothing new. */
    private void followPages(Page first, ListingSource listing) {
        Page page = first;
        int known = -1;
        for (int asked = 1; asked < listing.pages() && links.discovered() > known; asked++) {
            known = links.discovered();
            Optional<URI> next = linkExtractor.nextPage(page, listing);
            if (next.isEmpty() || next.get().equals(page.uri())) {
                return;
            }
            switch (fetcher.fetch(FetchRequest.of(next.get()))) {
                case Fetched fetched -> {
                    page = fetched.page();
                    take(page);
                }
                case NotModified same -> tally.failed(next.get(), "answered \"not modified\" to a first request");
                case Refused no -> tally.refused(next.get(), no.reason());
                case Failed failure -> tally.failed(next.get(), failure.reason());
            }
        }
    }
}
