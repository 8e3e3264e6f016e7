package org.onrecord.extract;

import java.util.OptionalInt;

/** Where on the page the article's headline stands: the body stands below it, and in the same part of the page. */
final class TitlePlace {
    private static final int SHORTEST = 8;

    private TitlePlace() {}

    /** The number of the heading that says the title, else of the page's only main heading. */
    static OptionalInt heading(PageOutline outline, String title) {
        String bare = SiteName.bare(title);
        OptionalInt same = outline.named("h1", "h2")
                .filter(heading -> says(SiteName.bare(outline.element(heading).text()), bare))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        int[] main = outline.named("h1").toArray();
        return main.length == 1 ? OptionalInt.of(main[0]) : OptionalInt.empty();
    }

    private static boolean says(String heading, String title) {
        return heading.length() >= SHORTEST
                && title.length() >= SHORTEST
                && (heading.equals(title)
                        || title.contains(heading)
                        || heading.contains(title) && heading.length() < 2 * title.length());
    }

    /** The innermost part of the page around the headline that is declared an article or the main part and has enough prose. */
    static int part(PageOutline outline, OptionalInt heading, ProseMap prose, double enough) {
        int body = outline.body();
        for (int at = heading.orElse(body); at > body; at = outline.parent(at)) {
            boolean declared = outline.name(at).equals("article")
                    || outline.name(at).equals("main")
                    || outline.element(at).attr("role").equals("main")
                    || outline.element(at).attr("itemtype").endsWith("Article");
            if (declared && prose.share(at) >= enough) {
                return at;
            }
        }
        return body;
    }
}
