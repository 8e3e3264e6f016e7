package org.onrecord.extract;

import java.util.Optional;
import org.jsoup.nodes.Element;

/** Where on the page the article's headline stands: the body stands below it, and in the same part of the page. */
final class TitlePlace {
    private static final int SHORTEST = 8;

    private TitlePlace() {}

    /** The heading that says the title, else the page's only main heading. */
    static Optional<Element> heading(Element body, String title) {
        String bare = SiteName.bare(title);
        Optional<Element> same = body.select("h1, h2").stream()
                .filter(heading -> says(SiteName.bare(heading.text()), bare))
                .findFirst();
        return same.or(() -> Optional.of(body.getElementsByTag("h1"))
                .filter(all -> all.size() == 1)
                .map(all -> all.getFirst()));
    }

    private static boolean says(String heading, String title) {
        return heading.length() >= SHORTEST
                && title.length() >= SHORTEST
                && (heading.equals(title)
                        || title.contains(heading)
                        || heading.contains(title) && heading.length() < 2 * title.length());
    }

    /** The innermost part of the page around the headline that is declared an article or the main part and has enough prose. */
    static Element part(Element body, Optional<Element> heading, ProseMap prose, double enough) {
        for (Element at = heading.orElse(body); at != body; at = parentOr(at, body)) {
            boolean declared = at.normalName().equals("article")
                    || at.normalName().equals("main")
                    || at.attr("role").equals("main")
                    || at.attr("itemtype").endsWith("Article");
            if (declared && prose.share(at) >= enough) {
                return at;
            }
        }
        return body;
    }

    private static Element parentOr(Element at, Element last) {
        Element parent = at.parent();
        return parent == null ? last : parent;
    }
}
