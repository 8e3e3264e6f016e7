package org.onrecord.extract;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** When the article was first published, from the most explicit statement to the least. */
final class PublicationDate {
    private static final String[] META = {
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "datePublished",
        "parsely-pub-date",
        "sailthru.date",
        "cXenseParse:recs:publishtime",
        "cXenseParse:publishtime",
        "publish-date",
        "publish_date",
        "publishdate",
        "publication_date",
        "published_time",
        "pubdate",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
        "originalpublicationdate",
        "article_date_original",
        "citation_publication_date",
        "citation_online_date",
        "article.published",
        "last-published",
        "rnews:datePublished",
        "displaydate",
        "buildDate",
        "article:create",
        "dateCreated",
        "created"
    };
    private static final int MOST_CLAIMS = 60;

    /** Among so many dates the first is one of the article, and one of the others may be the same with its time. */
    private static final int MOST_DATES = 8;

    private static final Pattern IN_PATH =
            Pattern.compile("/((?:19|20)\\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/_.-]|$)");

    private PublicationDate() {}

    static Optional<Published> of(WebPage page, TitlePlace title, DateReader dates) {
        DatePlaces places = new DatePlaces(page.outline());
        List<Published> claimed = Stream.<Stream<String>>of(
                        page.linkedData().text("datePublished").stream(),
                        page.meta(META),
                        page.linkedData().text("dateCreated", "uploadDate").stream(),
                        places.marked(),
                        places.named())
                .flatMap(claims -> claims)
                .limit(MOST_CLAIMS)
                .map(dates::read)
                .flatMap(Optional::stream)
                .limit(MOST_DATES)
                .toList();
        return mostPrecise(claimed).or(() -> inAddress(page.uri())).or(() -> nearHeadline(page, title, dates));
    }

    /** The first, with the time that another claim gives for the same day, or with the publisher's own zone in place of UTC. */
    private static Optional<Published> mostPrecise(List<Published> claimed) {
        Optional<Published> first = claimed.stream().findFirst();
        return claimed.stream()
                .filter(claim -> claim.time() != null && isBetter(claim, first.orElseThrow()))
                .findFirst()
                .or(() -> first);
    }

    private static boolean isBetter(Published claim, Published first) {
        if (first.time() == null) {
            return claim.day().equals(first.day());
        }
        boolean localTime = claim.time() != null && !claim.time().getOffset().equals(ZoneOffset.UTC);
        return first.time().getOffset().equals(ZoneOffset.UTC)
                && localTime
                && claim.instant().equals(first.instant());
    }

    private static Optional<Published> nearHeadline(WebPage page, TitlePlace title, DateReader dates) {
        return HeadlineSurroundings.lines(page, title).stream()
                .map(dates::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Published> inAddress(@Nullable URI uri) {
        Matcher found = IN_PATH.matcher(uri == null || uri.getPath() == null ? "" : uri.getPath());
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Published.on(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)))));
        } catch (DateTimeException e) {
            // digits that look like a date and name no day
            return Optional.empty();
        }
    }
}
