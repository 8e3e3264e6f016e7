package org.onrecord.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The title of the article, without the site's name.
 *
 * <p>In this order: what linked data calls the headline; a heading that the page's titles agree with; the only heading;
 * og:title and its like; the title element; any heading.
 */
final class Headline {
    /** Shorter headings name a section: "News". In letters and digits. */
    private static final int SHORTEST_ALONE = 12;

    private static final int SHORTEST_AGREED = 8;

    private Headline() {}

    static String of(WebPage page) {
        return page.linkedData()
                .text("headline")
                .map(headline -> SiteName.cutFrom(Prose.lineOfMarkup(headline), page))
                .orElseGet(() -> ofPage(page));
    }

    private static String ofPage(WebPage page) {
        List<String> titles = Stream.concat(
                        page.meta("og:title", "twitter:title", "dc.title"),
                        Stream.of(Prose.line(page.document().title())))
                .map(title -> SiteName.cutFrom(title, page))
                .filter(title -> !title.isBlank())
                .toList();
        List<String> headings = headings(page, "h1");
        return agreed(headings, titles)
                .or(() -> agreed(headings(page, "h2"), titles))
                .or(() -> agreed(headings(page, "h3"), titles))
                .or(() -> alone(headings))
                .or(() -> titles.stream().findFirst())
                .or(() -> headings.stream().findFirst())
                .orElseGet(() -> Prose.line(page.document().title()));
    }

    private static List<String> headings(WebPage page, String tag) {
        return page.outline()
                .named(tag)
                .filter(heading -> !leadsHome(heading, page))
                .mapToObj(heading -> Prose.line(page.outline().element(heading).text()))
                .filter(heading -> !heading.isEmpty() && !SiteName.isOf(heading, page))
                .toList();
    }

    /** Whether it is the site's logo: a heading that is a link to the front page. */
    private static boolean leadsHome(int heading, WebPage page) {
        PageOutline outline = page.outline();
        return outline.hasUnder(heading, "a")
                && outline.named("a")
                        .filter(link -> outline.holds(heading, link))
                        .mapToObj(link -> Address.resolveHttp(
                                page.uri(), outline.element(link).attr("href")))
                        .flatMap(Optional::stream)
                        .anyMatch(uri -> uri.getRawPath().length() <= 1 && uri.getRawQuery() == null);
    }

    /** A heading that a title repeats; without its kicker, when the title has none. */
    private static Optional<String> agreed(List<String> headings, List<String> titles) {
        for (String heading : headings) {
            String bare = SiteName.bare(heading);
            for (String title : titles) {
                String bareTitle = SiteName.bare(title);
                if (bare.length() >= SHORTEST_AGREED && bareTitle.contains(bare)) {
                    return Optional.of(heading);
                }
                if (bareTitle.length() >= SHORTEST_ALONE && bare.endsWith(bareTitle)) {
                    return Optional.of(title);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> alone(List<String> headings) {
        return headings.size() == 1 && SiteName.bare(headings.getFirst()).length() >= SHORTEST_ALONE
                ? Optional.of(headings.getFirst())
                : Optional.empty();
    }
}
