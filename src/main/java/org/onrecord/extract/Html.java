package org.onrecord.extract;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Markup to a document, within limits that no honest page reaches. Loads nothing: no DTD, entity, frame or script. */
final class Html {
    /** Deeper elements become siblings; real pages stay below 100. */
    private static final int MAX_DEPTH = 200;

    /** What follows so many tags is not read; the longest of a thousand real pages has a fifth of them. */
    private static final int MOST_TAGS = 100_000;

    private Html() {}

    static Document page(String markup, @Nullable URI base) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(cut(markup), base == null ? "" : base.toString());
    }

    static Document fragment(String markup) {
        return page(markup, null);
    }

    private static String cut(String markup) {
        int tags = 0;
        for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
            if (++tags > MOST_TAGS) {
                return markup.substring(0, at);
            }
        }
        return markup;
    }
}
