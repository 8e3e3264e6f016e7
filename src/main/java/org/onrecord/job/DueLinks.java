package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveException;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.extract.Link;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.state.Capture;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.Links;

/** Fetches the links of a source whose time has come, and archives their pages. */
final class DueLinks {
    /** A longer list goes on in the next round, so that one round ends in reasonable time. */
    private static final int MOST_LINKS = 2_000;

    private static final int AT_ONCE = 8;

    private static final String NOT_ASKED = "answered \"not modified\" to a first request";

    private final Source source;
    private final RoundParts parts;
    private final Archive archive;
    private final Links links;
    private final RoundTally tally;
    private final LinkOutcomes outcomes;
    private final SecondLook secondLook;

    DueLinks(Source source, RoundParts parts, RoundTally tally) {
        this.source = source;
        this.parts = parts;
        this.archive = parts.archive();
        this.links = parts.state().links();
        this.tally = tally;
        this.outcomes = new LinkOutcomes(links, tally, parts.clock());
        this.secondLook = new SecondLook(source, parts, tally, outcomes);
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
            switch (link.state()) {
                case CAPTURED -> lookAgain(link);
                case PENDING, REFUSED, FAILED, LEFT_OUT -> take(link);
            }
        } catch (RuntimeException e) {
            // A full disk or a broken state store: the link stays pending, and the round says so.
            tally.failed(link.uri(), String.valueOf(e.getMessage()));
        } finally {
            parts.listener().done(source.id());
        }
    }

    /** The documents of the Federal Register do not change: corrections are documents of their own. */
    private void lookAgain(KnownLink link) {
        Capture known = parts.state().captures().latest(link.uri()).orElseThrow();
        boolean fixed = source instanceof FederalRegisterSource || !hasPage(link);
        if (!fixed) {
            page(known).ifPresentOrElse(page -> secondLook.at(link, known, page), () -> take(link));
        } else if (SecondLook.saysChanged(link, known)) {
            take(link);
        } else {
            links.settled(link.uri());
        }
    }

    /** Empty when the record is damaged, which {@code doctor} tells; then the page is asked for as if it were new. */
    private Optional<Page> page(Capture known) {
        try {
            return Optional.of(archive.read(known));
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }

    private static boolean hasPage(KnownLink link) {
        return !Link.WITHOUT_PAGE.equals(link.uri().getScheme());
    }

    private void take(KnownLink link) {
        if (!hasPage(link)) {
            take(link, pageOf(link));
            return;
        }
        switch (parts.fetcher().fetch(FetchRequest.of(link.uri()))) {
            case Fetched fetched -> take(link, fetched.page());
            case NotModified same -> outcomes.wrongPage(link, NOT_ASKED);
            case Refused no -> outcomes.refused(link, no);
            case Failed failure -> outcomes.failed(link, failure);
        }
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

    private void take(KnownLink link, Page page) {
        boolean known = archive.has(page) && outcomes.unchanged(link);
        if (!known && (!(source instanceof FederalRegisterSource) || takeFullText(page, link))) {
            archive.store(page, source.id(), link.hints());
            tally.captured();
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
            outcomes.wrongPage(link, "no document of the Federal Register but another page");
            return false;
        }
        URI text = document.get().fullText();
        if (text == null) {
            return true;
        }
        switch (parts.fetcher().fetch(FetchRequest.of(text))) {
            case Fetched fetched -> {
                if (!FederalRegisterDocument.isText(fetched.page())) {
                    outcomes.wrongPage(link, "a page for people in place of the text");
                    return false;
                }
                archive.store(fetched.page(), source.id(), Hints.NONE);
            }
            case NotModified same -> tally.failed(text, NOT_ASKED);
            case Refused no -> tally.refused(text, no.reason());
            case Failed failure -> {
                if (failure.outlook() == Outlook.PASSING || failure.outlook() == Outlook.NOT_ASKED) {
                    outcomes.failed(link, failure);
                    return false;
                }
                tally.failed(text, failure.reason());
            }
        }
        return true;
    }
}
