package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ExtractException;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.source.Source.SitemapSource;
import org.onrecord.source.Source.WarcSource;
import org.onrecord.state.SourceState;

/** One round of one source: ask it for links, fetch those that are due, archive the pages. */
final class SourceRound {
    private final Source source;
    private final RoundParts parts;
    private final boolean onlyIfDue;
    private final RoundTally tally = new RoundTally();

    /** @param onlyIfDue whether a source that failed is asked only when its next try is due */
    SourceRound(Source source, RoundParts parts, boolean onlyIfDue) {
        this.source = source;
        this.parts = parts;
        this.onlyIfDue = onlyIfDue;
    }

    RoundReport run() {
        Clock clock = parts.clock();
        Instant start = clock.instant();
        SourceState before =
                parts.state().sourceStates().find(source.id()).orElseGet(() -> SourceState.never(source.id(), start));
        SourceState after = onlyIfDue && before.waits(start) ? before : ask(before);
        parts.state().sourceStates().save(after);
        new DueLinks(source, parts, tally).fetch();
        return tally.report(after, Duration.between(start, clock.instant()));
    }

    /**
     * The state of the source after it was asked. Its links are remembered before, so that a crash in between loses none. A
     * page that breaks a reader must not keep due links from being fetched.
     */
    private SourceState ask(SourceState before) {
        Instant now = parts.clock().instant();
        Instant next = now.plus(source.about().every());
        Instant retry = now.plus(SourceState.pause(source.about().every(), before.failures() + 1));
        NewLinks links =
                new NewLinks(source.about(), parts.state().links(), parts.watched(), before.successAt() == null, now);
        try {
            SourceState after = switch (source) {
                case FeedSource feed -> new ListWalk(feed, parts, before, links, tally).run(next, retry);
                case ListingSource list -> new ListWalk(list, parts, before, links, tally).run(next, retry);
                case SitemapSource sitemap ->
                    new SitemapWalk(parts.fetcher(), sitemap.uri(), before, links, tally::failed, now).run(next, retry);
                case FederalRegisterSource register ->
                    new FederalRegisterWalk(parts.fetcher(), register, before, links, now).run(next, retry);
                case FolderSource folder -> new LocalFiles(folder, parts, tally).readFolder(folder, before);
                case WarcSource warc -> new LocalFiles(warc, parts, tally).readWarcs(warc, before);
            };
            tally.discovered(links.discovered());
            return after;
        } catch (ExtractException e) {
            return before.failed(String.valueOf(e.getMessage()), now, retry);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            return before.failed("its page cannot be read: " + e, now, retry);
        }
    }

    static Instant later(Instant next, Instant now, @Nullable Duration retryAfter) {
        return retryAfter != null && now.plus(retryAfter).isAfter(next) ? now.plus(retryAfter) : next;
    }
}
