package org.onrecord.extract;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The article's headline and where on the page it stands: the body stands below it, and in the same part of the page.
 *
 * @param title the headline
 * @param heading the number of the heading that says it, else of the page's only main heading
 */
record TitlePlace(String title, OptionalInt heading) {
    private static final int SHORTEST = 8;

    static TitlePlace of(PageOutline outline, String title) {
        String bare = SiteName.bare(title);
        OptionalInt same = outline.named("h1", "h2")
                .filter(heading -> says(SiteName.bare(outline.element(heading).text()), bare))
                .findFirst();
        if (same.isPresent()) {
            return new TitlePlace(title, same);
        }
        int[] main = outline.named("h1").toArray();
        return new TitlePlace(title, main.length == 1 ? OptionalInt.of(main[0]) : OptionalInt.empty());
    }

    private static boolean says(String heading, String title) {
        return heading.length() >= SHORTEST
                && title.length() >= SHORTEST
                && (heading.equals(title)
                        || title.contains(heading)
                        || heading.contains(title) && heading.length() < 2 * title.length());
    }

    /** The place of the first block at or under the heading; none when there is no heading, or it shows no text. */
    OptionalInt firstBlock(PageOutline outline, List<TextBlock> blocks) {
        return heading.isEmpty()
                ? OptionalInt.empty()
                : IntStream.range(0, blocks.size())
                        .filter(i ->
                                outline.holds(heading.getAsInt(), blocks.get(i).owner()))
                        .findFirst();
    }

    /** The innermost part of the page around the headline that is declared an article or the main part and has enough prose. */
    int part(PageOutline outline, ProseMap prose, double enough) {
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
