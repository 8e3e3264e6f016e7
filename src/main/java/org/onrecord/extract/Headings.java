package org.onrecord.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headings that may be the headline of a page's article, in the order of the page: without those that name the site, lead
 * home, or stand in a navigation or a list (the last of the crumbs that lead to a page is often marked as a heading, in words
 * meant for search engines). Each level is looked at when it is asked for: pages have many of the lower ones.
 */
final class Headings {
    private static final List<String> LEVELS = List.of("h1", "h2", "h3");

    /** Shorter headings name a section: "News". In letters and digits. */
    static final int SHORTEST_ALONE = 12;

    private static final int SHORTEST_AGREED = 8;

    /** Share of words, of all that either has, from which two titles are the same one. */
    private static final double NEARLY = 0.8;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final WebPage page;
    private final Map<String, List<String>> levels = new HashMap<>();

    Headings(WebPage page) {
        this.page = page;
    }

    private List<String> level(String tag) {
        return levels.computeIfAbsent(tag, this::find);
    }

    private List<String> find(String tag) {
        PageOutline outline = page.outline();
        return outline.named(tag)
                .filter(heading -> !leadsHome(heading, page))
                .filter(heading -> !isCrumb(heading, outline))
                .mapToObj(heading -> Prose.line(outline.element(heading).text()))
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

    private static boolean isCrumb(int heading, PageOutline outline) {
        for (int at = outline.parent(heading); at > outline.body(); at = outline.parent(at)) {
            if (outline.name(at).equals("nav") || outline.name(at).equals("li")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a heading says this: with a kicker or subtitle more or less, or in nearly the same words. */
    boolean say(String title) {
        return Stream.of("h1", "h2").flatMap(tag -> level(tag).stream()).anyMatch(heading -> isAlike(heading, title));
    }

    private static boolean isAlike(String heading, String title) {
        String shorter = SiteName.bare(heading);
        String longer = SiteName.bare(title);
        if (shorter.length() > longer.length()) {
            String other = longer;
            longer = shorter;
            shorter = other;
        }
        boolean part = shorter.length() >= SHORTEST_ALONE
                && 2 * shorter.length() >= longer.length()
                && longer.contains(shorter);
        return shorter.equals(longer) || part || sharedWords(heading, title) >= NEARLY;
    }

    private static double sharedWords(String one, String other) {
        Set<String> shared = words(one);
        Set<String> all = words(other);
        all.addAll(shared);
        shared.retainAll(words(other));
        return (double) shared.size() / all.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
    }

    /** The only heading of the highest level. */
    Optional<String> alone() {
        List<String> main = level("h1");
        return main.size() == 1 && SiteName.bare(main.getFirst()).length() >= SHORTEST_ALONE
                ? Optional.of(main.getFirst())
                : Optional.empty();
    }

    Optional<String> first() {
        return level("h1").stream().findFirst();
    }

    /** The heading that one of the page's titles repeats: in full, else for its larger part. */
    Optional<String> agreed(List<String> titles) {
        return LEVELS.stream()
                .flatMap(tag -> same(level(tag), titles).stream())
                .findFirst()
                .or(() -> LEVELS.stream()
                        .flatMap(tag -> part(level(tag), titles).stream())
                        .findFirst());
    }

    private static Optional<String> same(List<String> headings, List<String> titles) {
        return headings.stream()
                .filter(heading -> SiteName.bare(heading).length() >= SHORTEST_AGREED)
                .filter(heading ->
                        titles.stream().anyMatch(title -> SiteName.bare(title).equals(SiteName.bare(heading))))
                .findFirst();
    }

    /** A heading that a title repeats with more around it; without its kicker, when the title has none. */
    private static Optional<String> part(List<String> headings, List<String> titles) {
        for (String heading : headings) {
            String bare = SiteName.bare(heading);
            for (String title : titles) {
                String bareTitle = SiteName.bare(title);
                boolean most = bareTitle.startsWith(bare) || 2 * bare.length() >= bareTitle.length();
                if (bare.length() >= SHORTEST_AGREED && most && bareTitle.contains(bare)) {
                    return Optional.of(heading);
                }
                if (bareTitle.length() >= SHORTEST_ALONE && bare.endsWith(bareTitle)) {
                    return Optional.of(title);
                }
            }
        }
        return Optional.empty();
    }
}
