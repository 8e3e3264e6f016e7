package org.onrecord.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.Looks;

/**
 * Looks again at pages that are captured, so that corrections become new versions of their articles.
 *
 * <p>It asks with the validators of the page that the archive has, and keeps what comes only if the article on it differs:
 * most pages change with every request, by their advertisements.
 */
final class SecondLook {
    private final Source source;
    private final RoundParts parts;
    private final RoundTally tally;
    private final LinkOutcomes outcomes;
    private final PageReader reader = new PageReader();

    SecondLook(Source source, RoundParts parts, RoundTally tally, LinkOutcomes outcomes) {
        this.source = source;
        this.parts = parts;
        this.tally = tally;
        this.outcomes = outcomes;
    }

    /**
     * @param known the newest capture of the link
     * @param page its page
     */
    void at(KnownLink link, Capture known, Page page) {
        ExtractedArticle article = read(page);
        if (!saysChanged(link, known) && (!source.about().revisit() || isOld(article))) {
            parts.state().links().settled(link.uri());
            return;
        }
        FetchRequest request = new FetchRequest(
                link.uri(),
                page.header("ETag").orElse(null),
                page.header("Last-Modified").orElse(null));
        FetchOutcome outcome = parts.fetcher().fetch(request);
        switch (outcome) {
            case Fetched fetched -> compare(link, known, article, fetched.page());
            case NotModified same -> outcomes.unchanged(link);
            case Refused no -> outcomes.refused(link, no);
            case Failed failure -> outcomes.failed(link, failure);
        }
    }

    /** Whether the source dates the article in another way than when it was captured. */
    static boolean saysChanged(KnownLink link, Capture known) {
        return differ(link.hints().published(), known.hints().published())
                || differ(link.hints().updated(), known.hints().updated());
    }

    private static boolean differ(@Nullable Published now, @Nullable Published before) {
        return now != null && !now.equals(before);
    }

    /** What was published long before it was found, as in a sitemap, is not corrected any more. */
    private boolean isOld(ExtractedArticle article) {
        Published published = article.published();
        return published != null
                && Looks.next(published.instant(), parts.clock().instant()).isEmpty();
    }

    private void compare(KnownLink link, Capture known, ExtractedArticle before, Page page) {
        ExtractedArticle after = read(page);
        if (isSame(before, known.hints(), after, link.hints())) {
            outcomes.unchanged(link);
        } else if (after.text().isBlank() || PageReader.isNotice(after)) {
            outcomes.wrongPage(link, "an error page, or one without text, in place of the article");
        } else if (after.teaser() && !before.teaser()) {
            outcomes.wrongPage(link, "only a teaser in place of the article");
        } else {
            parts.archive().store(page, source.id(), link.hints());
            tally.captured();
        }
    }

    private static boolean isSame(ExtractedArticle before, Hints old, ExtractedArticle after, Hints now) {
        return before.title().equals(after.title())
                && before.text().equals(after.text())
                && before.authors().equals(after.authors())
                && Objects.equals(published(before, old), published(after, now));
    }

    private static @Nullable Published published(ExtractedArticle article, Hints hints) {
        return article.published() != null ? article.published() : hints.published();
    }

    private ExtractedArticle read(Page page) {
        return reader.read(page, source.about().reading());
    }
}
