package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.archive.SavedWarc;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.FederalRegisterDocument;
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
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.source.Source.SitemapSource;
import org.onrecord.source.Source.WarcSource;
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

    /** The state of the source after it was asked. A page that breaks a reader must not keep due links from being fetched. */
    private SourceState ask(SourceState before) {
        Instant now = clock.instant();
        try {
            return switch (source) {
                case FeedSource feed -> discover(feed.uri(), before);
                case ListingSource listing -> discover(listing.uri(), before);
                case SitemapSource sitemap -> walk(sitemap, before);
                case FederalRegisterSource register -> search(register, before);
                case FolderSource folder -> readFolder(folder, before);
                case WarcSource warc -> readWarcs(warc, before);
            };
        } catch (ExtractException e) {
            return before.failed(String.valueOf(e.getMessage()), now, retry(before, now));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            return before.failed("its page cannot be read: " + e, now, retry(before, now));
        }
    }

    /** When a source is asked again that failed. */
    private Instant retry(SourceState before, Instant now) {
        return now.plus(SourceState.pause(source.about().every(), before.failures() + 1));
    }

    /** Asks the source for its links. They are remembered before its state, so that a crash in between loses none. */
    private SourceState discover(URI uri, SourceState before) {
        Instant now = clock.instant();
        Instant next = now.plus(source.about().every());
        Instant retry = retry(before, now);
        FetchRequest request = before.mayAskConditionally(now)
                ? new FetchRequest(uri, before.etag(), before.lastModified())
                : FetchRequest.of(uri);
        return switch (fetcher.fetch(request)) {
            case Fetched fetched -> {
                Page page = fetched.page();
                NewLinks links = new NewLinks(source.about(), state.links(), before.successAt() == null, now);
                linkExtractor.links(page, source, links::add);
                links.finish();
                if (source instanceof ListingSource listing) {
                    followPages(page, listing, links);
                }
                discovered = links.discovered();
                yield before.fetched(
                        page.header("ETag").orElse(null),
                        page.header("Last-Modified").orElse(null),
                        links.outcome(),
                        now,
                        next);
            }
            case NotModified same -> before.unchanged("unchanged", now, next);
            case Refused no -> before.failed("refused: " + no.reason(), now, retry);
            case Failed failure -> before.failed(failure.reason(), now, later(retry, now, failure.retryAfter()));
        };
    }

    /** Asks for the next pages of a list until one brings nothing new. */
    private void followPages(Page first, ListingSource listing, NewLinks links) {
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
                    linkExtractor.links(page, listing, links::add);
                    links.finish();
                }
                case NotModified same -> addFailed(next.get(), "answered \"not modified\" to a first request");
                case Refused no -> addRefused(next.get(), no.reason());
                case Failed failure -> addFailed(next.get(), failure.reason());
            }
        }
    }

    /** Asks a sitemap and those that it names. */
    private SourceState walk(SitemapSource sitemap, SourceState before) {
        Instant now = clock.instant();
        NewLinks links = new NewLinks(source.about(), state.links(), before.successAt() == null, now);
        SitemapWalk walk = new SitemapWalk(fetcher, sitemap.uri(), before, links, this::addFailed, now);
        SourceState after = walk.run(now.plus(source.about().every()), retry(before, now));
        discovered = links.discovered();
        return after;
    }

    private SourceState search(FederalRegisterSource register, SourceState before) {
        Instant now = clock.instant();
        NewLinks links = new NewLinks(source.about(), state.links(), before.successAt() == null, now);
        SourceState after = new FederalRegisterWalk(fetcher, register, before, links, now)
                .run(now.plus(source.about().every()), retry(before, now));
        discovered = links.discovered();
        return after;
    }

    static Instant later(Instant next, Instant now, @Nullable Duration retryAfter) {
        return retryAfter != null && now.plus(retryAfter).isAfter(next) ? now.plus(retryAfter) : next;
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
            take(link, hasPage(link) ? fetcher.fetch(FetchRequest.of(link.uri())) : new Fetched(pageOf(link)));
        } catch (RuntimeException e) {
            // A full disk or a broken state store: the link stays pending, and the round says so.
            addFailed(link.uri(), String.valueOf(e.getMessage()));
        } finally {
            listener.done(source.id());
        }
    }

    private static boolean hasPage(KnownLink link) {
        return !Link.WITHOUT_PAGE.equals(link.uri().getScheme());
    }

    /** An entry without a page of its own says everything itself. */
    private Page pageOf(KnownLink link) {
        Hints hints = link.hints();
        String text = hints.summary().isBlank() ? hints.title() : hints.summary();
        return new Page(
                link.uri(),
                link.uri(),
                200,
                Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
                text.getBytes(StandardCharsets.UTF_8),
                clock.instant());
    }

    private void take(KnownLink link, FetchOutcome outcome) {
        switch (outcome) {
            case Fetched fetched -> {
                Page page = fetched.page();
                if (archive.has(page) && state.links().unchanged(link.uri())) {
                    addUnchanged();
                } else if (!(source instanceof FederalRegisterSource) || takeFullText(page, link)) {
                    archive.store(page, source.id(), link.hints());
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

    /**
     * Archives the whole text of a document of the Federal Register, before the document itself, which becomes the article.
     * A text that cannot be had for good is done without.
     *
     * @return whether to go on; else the link waits for its next time
     */
    private boolean takeFullText(Page page, KnownLink link) {
        Optional<FederalRegisterDocument> document = FederalRegisterDocument.read(page);
        if (document.isEmpty()) {
            take(link, new Failed("no document of the Federal Register but another page", false, null));
            return false;
        }
        URI text = document.get().fullText();
        if (text == null) {
            return true;
        }
        switch (fetcher.fetch(FetchRequest.of(text))) {
            case Fetched fetched -> {
                if (!FederalRegisterDocument.isText(fetched.page())) {
                    take(link, new Failed("a page for people in place of the text " + text, false, null));
                    return false;
                }
                archive.store(fetched.page(), source.id(), Hints.NONE);
            }
            case NotModified same -> addFailed(text, "answered \"not modified\" to a first request");
            case Refused no -> addRefused(text, no.reason());
            case Failed failure -> {
                if (!failure.permanent()) {
                    take(link, failure);
                    return false;
                }
                addFailed(text, failure.reason());
            }
        }
        return true;
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

    /** Files that were read to their end are left alone until one of them changes or comes. */
    private SourceState readWarcs(WarcSource source, SourceState before) {
        Instant now = clock.instant();
        Instant next = now.plus(source.about().every());
        try (FolderFetcher folder = new FolderFetcher(source.folder(), source.glob(), FetchSettings.DEFAULT, clock)) {
            List<URI> files = folder.list();
            String seen = folder.state(files);
            if (seen.equals(before.etag())) {
                return before.unchanged("unchanged", now, next);
            }
            listener.due(source.id(), files.size());
            int records = 0;
            for (URI file : files) {
                records += new SavedWarc(
                                Path.of(file),
                                FetchSettings.DEFAULT.maxExpandedBody(),
                                this::takeFromWarc,
                                trouble -> addFailed(file, trouble))
                        .read(stopping);
                listener.done(source.id());
            }
            String outcome = files.size() + " files, " + records + " records, " + captured + " new pages";
            return before.fetched(stopping.getAsBoolean() ? null : seen, null, outcome, now, next);
        } catch (FetchException e) {
            return before.failed(String.valueOf(e.getMessage()), now, next);
        }
    }

    private void takeFromWarc(Page page) {
        String words = page.uri() + " " + new String(page.body(), StandardCharsets.UTF_8);
        if (source.about().words().allow(words)) {
            take(page);
        }
    }

    private void take(Page page) {
        if (archive.has(page)) {
            unchanged++;
        } else {
            archive.store(page, source.id(), Hints.NONE);
            captured++;
            discovered++;
        }
    }

    private void take(URI file, FetchOutcome outcome) {
        switch (outcome) {
            case Fetched fetched -> take(fetched.page());
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
