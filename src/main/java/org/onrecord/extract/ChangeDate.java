package org.onrecord.extract;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** When the article was last changed, as its page says. */
final class ChangeDate {
    private static final String[] META = {
        "article:modified_time",
        "article:modified",
        "og:article:modified_time",
        "og:modified_time",
        "og:updated_time",
        "dateModified",
        "rnews:dateModified",
        "dcterms.modified",
        "dc.date.modified",
        "modified_time",
        "lastmod",
        "last-modified",
        "revised"
    };
    private static final int MOST_CLAIMS = 20;

    private ChangeDate() {}

    /**
     * The first claim that can be read.
     *
     * @param published when the article was published: many pages give that time as the time of a change too, or one before
     *     it, which says nothing; null if unknown
     */
    static Optional<Published> of(WebPage page, @Nullable Published published, DateReader dates) {
        return Stream.of(
                        page.linkedData().text("dateModified").stream(),
                        page.meta(META),
                        page.document().select("[itemprop=dateModified]").stream()
                                .flatMap(element ->
                                        Stream.of(element.attr("datetime"), element.attr("content"), element.text())))
                .flatMap(claims -> claims)
                .limit(MOST_CLAIMS)
                .map(dates::read)
                .flatMap(Optional::stream)
                .findFirst()
                .filter(changed -> published == null || isAfter(changed, published));
    }

    /** Days are compared with days where one of the two has no time. */
    static boolean isAfter(Published changed, Published published) {
        if (changed.time() == null || published.time() == null) {
            return changed.day().isAfter(published.day());
        }
        Instant first = published.instant();
        return changed.instant().isAfter(first);
    }
}
