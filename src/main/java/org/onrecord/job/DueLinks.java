package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onrecord.archive.Archive;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.extract.Link;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.Links;

/** Fetches the links of a source whose time has come, and archives their pages. */
final class DueLinks {
    /** A longer list goes on in the next round, so that one round ends in reasonable time. */
    private static final int MOST_LINKS = 2_000;

    private static final int AT_ONCE = 8;

    private final Source source;
    private final RoundParts parts;
    private final Archive archive;
    private final Links links;
    private final RoundTally tally;

    DueLinks(Source source, RoundParts parts, RoundTally tally) {
        this.source = source;
        this.parts = parts;
        this.archive = parts.archive();
        this.links = parts.state().links();
        this.tally = tally;
    }

    void fetch() {
        List<KnownLink> due = links.due(source.id(), parts.clock().instant(), MOST_LINKS);
        parts.listener().due(source.id(), due.size());
        // A few at once: links of one host wait for each other's turn in the fetcher, links of other hosts go on
        // meanwhile.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach(link -> threads.submit(() -> fetch(link)));
        }
    }

    private void fetch(KnownLink link) {
        if (parts.stopping().getAsBoolean()) {
            return;
        }
        try {
            take(link, hasPage(link) ? parts.fetcher().fetch(FetchRequest.of(link.uri())) : new Fetched(pageOf(link)));
        } catch (RuntimeException e) {
            // A full disk or a broken state store: the link stays pending, and the round says so.
            tally.failed(link.uri(), String.valueOf(e.getMessage()));
        } finally {
            parts.listener().done(source.id());
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
                parts.clock().instant());
    }

    private void take(KnownLink link, FetchOutcome outcome) {
        switch (outcome) {
            case Fetched fetched -> {
                Page page = fetched.page();
                if (archive.has(page) && links.unchanged(link.uri())) {
                    tally.unchanged();
                } else if (!(source instanceof FederalRegisterSource) || takeFullText(page, link)) {
                    archive.store(page, source.id(), link.hints());
                    tally.captured();
                }
            }
            case NotModified same -> tally.failed(link.uri(), "answered \"not modified\" to a first request");
            case Refused no -> {
                links.refused(link.uri(), no.reason());
                tally.refused(link.uri(), no.reason());
            }
            case Failed failure -> {
                Optional<Instant> next = links.failed(
                        link.uri(),
                        failure.reason(),
                        failure.permanent(),
                        failure.retryAfter(),
                        parts.clock().instant());
                tally.failed(
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
        switch (parts.fetcher().fetch(FetchRequest.of(text))) {
            case Fetched fetched -> {
                if (!FederalRegisterDocument.isText(fetched.page())) {
                    take(link, new Failed("a page for people in place of the text " + text, false, null));
                    return false;
                }
                archive.store(fetched.page(), source.id(), Hints.NONE);
            }
            case NotModified same -> tally.failed(text, "answered \"not modified\" to a first request");
            case Refused no -> tally.refused(text, no.reason());
            case Failed failure -> {
                if (!failure.permanent()) {
                    take(link, failure);
                    return false;
                }
                tally.failed(text, failure.reason());
            }
        }
        return true;
    }
}
