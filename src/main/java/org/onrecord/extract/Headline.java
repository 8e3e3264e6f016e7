package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The title of the article, without the site's name.
 *
 * <p>In this order: what linked data calls the headline, if readers see it too; a heading that the page's titles agree with;
 * the only heading; og:title and its like; the title element; any heading.
 */
final class Headline {
    private static final Pattern OUTER_MARKS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private final WebPage page;
    private final Headings headings;
    /** Without the site's name, the title element last. */
    private final List<String> titles;

    private Headline(WebPage page) {
        this.page = page;
        headings = new Headings(page);
        titles = Stream.concat(
                        page.meta("og:title", "twitter:title", "dc.title"),
                        Stream.of(Prose.line(page.document().title())))
                .map(title -> SiteName.cutFrom(title, page))
                .filter(title -> !title.isBlank())
                .toList();
    }

    static String of(WebPage page) {
        Headline headline = new Headline(page);
        return headline.spelled(headline.stated("headline").map(headline::seen).orElseGet(headline::ofPage));
    }

    private Optional<String> stated(String name) {
        return page.linkedData().text(name).map(title -> SiteName.cutFrom(Prose.lineOfMarkup(title), page));
    }

    /**
     * The headline that readers see. Publishers give many pages a second one, for search engines: then linked data and the title
     * element say the same, and no heading does.
     */
    private String seen(String stated) {
        boolean forMachines = !titles.isEmpty()
                && SiteName.bare(titles.getLast()).equals(SiteName.bare(stated))
                && !headings.say(stated);
        if (!forMachines) {
            return stated;
        }
        return Stream.concat(stated("alternativeHeadline").stream(), titles.stream())
                .filter(title -> SiteName.bare(title).length() >= Headings.SHORTEST_ALONE && headings.say(title))
                .findFirst()
                .or(headings::alone)
                .orElse(stated);
    }

    private String ofPage() {
        return headings.agreed(titles)
                .or(headings::alone)
                .or(() -> titles.stream().findFirst())
                .or(headings::first)
                .orElseGet(() -> Prose.line(page.document().title()));
    }

    /**
     * With the marks between its words that the page's titles have, when those have more: a heading loses them where its kicker
     * is an element of its own. Not in capitals when a title is not.
     */
    private String spelled(String headline) {
        String bare = SiteName.bare(headline);
        return titles.stream()
                .filter(title -> SiteName.bare(title).equals(bare))
                .filter(title -> marks(title) > marks(headline) || isShouted(headline) && !isShouted(title))
                .findFirst()
                .orElse(headline);
    }

    private static long marks(String title) {
        return OUTER_MARKS
                .matcher(title)
                .replaceAll("")
                .codePoints()
                .filter(c -> !Character.isLetterOrDigit(c) && !Character.isSpaceChar(c))
                .count();
    }

    private static boolean isShouted(String title) {
        return title.equals(title.toUpperCase(Locale.ROOT));
    }
}
