package org.onrecord.job;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.Link;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.FetchException;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.FolderFetcher;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;

/** One round of one source: ask it for links, fetch those that are due, archive the pages. */
final class SourceRound {
    /** A longer list goes on in the next round, so that one round ends in reasonable time. */
    private static final int MOST_LINKS = 2_000;

    private static final int AT_ONCE = 8;

    private final Source source;
    private final Fetcher fetcher;
    private final LinkExtractor linkExtractor;
    private final Archive archive;
    private final StateStore state;
    private final Clock clock;
    private final IntakeListener listener;
    private final BooleanSupplier stopping;
    private final boolean onlyIfDue;

    private final List<RoundReport.Trouble> refused = new ArrayList<>();
    private final List<RoundReport.Trouble> failed = new ArrayList<>();
    private int discovered;
    private int captured;
    private int unchanged;

    SourceRound(
            Source source,
            Fetcher fetcher,
            LinkExtractor linkExtractor,
            Archive archive,
            StateStore state,
            Clock clock,
            IntakeListener listener,
            BooleanSupplier stopping,
            boolean onlyIfDue) {
        this.source = source;
        this.fetcher = fetcher;
        this.linkExtractor = linkExtractor;
        this.archive = archive;
        this.state = state;
        this.clock = clock;
        this.listener = listener;
        this.stopping = stopping;
        this.onlyIfDue = onlyIfDue;
    }

    RoundReport run() {
        Instant start = clock.instant();
        SourceState before =
                state.sourceStates().find(source.id()).orElseGet(() -> SourceState.never(source.id(), start));
        SourceState after = onlyIfDue && before.waits(start) ? before : ask(before);
        state.sourceStates().save(after);
        fetchDueLinks();
        return new RoundReport(
                source.id(),
                after.outcome(),
                after.failures() > 0,
                discovered,
                captured,
                unchanged,
                refused,
                failed,
                Duration.between(start, clock.instant()));
    }

    private SourceState ask(SourceState before) {
        return switch (source) {
            case FeedSource feed -> discover(feed.uri(), before);
            case ListingSource listing -> discover(listing.uri(), before);
            case FolderSource folder -> readFolder(folder, before);
        };
    }

    /** Asks the source for its links. They are remembered before its state, so that a crash in between loses none. */
    private SourceState discover(URI uri, SourceState before) {
        Instant now = clock.instant();
        Instant next = now.plus(source.about().every());
        Instant retry = now.plus(SourceState.pause(source.about().every(), before.failures() + 1));
        FetchRequest request = before.mayAskConditionally(now)
                ? new FetchRequest(uri, before.etag(), before.lastModified())
                : FetchRequest.of(uri);
        return switch (fetcher.fetch(request)) {
            case Fetched fetched -> {
                Page page = fetched.page();
                try {
                    List<Link> links = linkExtractor.links(page, source);
                    discovered = remember(links);
                    yield before.fetched(
                            page.header("ETag").orElse(null),
                            page.header("Last-Modified").orElse(null),
                            links.size() + " links, " + discovered + " new",
                            now,
                            next);
                } catch (ExtractException e) {
                    yield before.failed(String.valueOf(e.getMessage()), now, retry);
                } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
                    // A page that breaks the reader must not keep the links that are due from being fetched.
                    yield before.failed("its page cannot be read: " + e, now, retry);
                }
            }
            case NotModified same -> before.unchanged("unchanged", now, next);
            case Refused no -> before.failed("refused: " + no.reason(), now, retry);
            case Failed failure -> before.failed(failure.reason(), now, later(retry, now, failure.retryAfter()));
        };
    }

    private static Instant later(Instant next, Instant now, @Nullable Duration retryAfter) {
        return retryAfter != null && now.plus(retryAfter).isAfter(next) ? now.plus(retryAfter) : next;
    }

    private int remember(List<Link> links) {
        List<FoundLink> found = links.stream()
                .map(link -> new FoundLink(link.uri(), new Hints(link.title(), link.published(), link.summary())))
                .toList();
        return state.links().add(source.id(), found, clock.instant());
    }

    private void fetchDueLinks() {
        List<KnownLink> due = state.links().due(source.id(), clock.instant(), MOST_LINKS);
        listener.due(source.id(), due.size());
        // A few at once: links of one host wait for each other's turn in the fetcher, links of other hosts go on
        // meanwhile.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach(link -> threads.submit(() -> fetch(link)));
        }
    }

    private void fetch(KnownLink link) {
        if (stopping.getAsBoolean()) {
            return;
        }
        try {
            take(link, fetcher.fetch(FetchRequest.of(link.uri())));
        } catch (RuntimeException e) {
            // A full disk or a broken state store: the link stays pending, and the round says so.
            addFailed(link.uri(), String.valueOf(e.getMessage()));
        } finally {
            listener.done(source.id());
        }
    }

    private void take(KnownLink link, FetchOutcome outcome) {
        switch (outcome) {
            case Fetched fetched -> {
                if (archive.has(fetched.page()) && state.links().unchanged(link.uri())) {
                    addUnchanged();
                } else {
                    archive.store(fetched.page(), source.id(), link.hints());
                    addCaptured();
                }
            }
            case NotModified same -> addFailed(link.uri(), "answered \"not modified\" to a first request");
            case Refused no -> {
                state.links().refused(link.uri(), no.reason());
                addRefused(link.uri(), no.reason());
            }
            case Failed failure -> {
                Optional<Instant> next = state.links()
                        .failed(
                                link.uri(),
                                failure.reason(),
                                failure.permanent(),
                                failure.retryAfter(),
                                clock.instant());
                addFailed(
                        link.uri(),
                        failure.reason()
                                + next.map(time -> "; again after " + time).orElse("; given up"));
            }
        }
    }

    /** Files are their own links: a file whose bytes the archive has is left alone. */
    private SourceState readFolder(FolderSource source, SourceState before) {
        Instant now = clock.instant();
        Instant next = now.plus(source.about().every());
        try (FolderFetcher folder = new FolderFetcher(source.folder(), source.glob(), FetchSettings.DEFAULT, clock)) {
            List<URI> files = folder.list();
            listener.due(source.id(), files.size());
            for (URI file : files) {
                take(file, folder.fetch(FetchRequest.of(file)));
                listener.done(source.id());
            }
            return before.fetched(null, null, files.size() + " files, " + captured + " new", now, next);
        } catch (FetchException e) {
            return before.failed(String.valueOf(e.getMessage()), now, next);
        }
    }

    private void take(URI file, FetchOutcome outcome) {
        switch (outcome) {
            case Fetched fetched -> {
                if (archive.has(fetched.page())) {
                    unchanged++;
                } else {
                    archive.store(fetched.page(), source.id(), Hints.NONE);
                    captured++;
                    discovered++;
                }
            }
            case NotModified same -> unchanged++;
            case Refused no -> addRefused(file, no.reason());
            case Failed failure -> addFailed(file, failure.reason());
        }
    }

    private synchronized void addCaptured() {
        captured++;
    }

    private synchronized void addUnchanged() {
        unchanged++;
    }

    private synchronized void addRefused(URI uri, String reason) {
        refused.add(new RoundReport.Trouble(uri, reason));
    }

    private synchronized void addFailed(URI uri, String reason) {
        failed.add(new RoundReport.Trouble(uri, reason));
    }
}
