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

    /** As a feed of 100,000 entries needs. */
    private static final int MOST_FEED_TAGS = 3_000_000;

    private Html() {}

    static Document page(String markup, @Nullable URI base) {
        return parse(Parser.htmlParser(), cut(markup, MOST_TAGS), base);
    }

    static Document fragment(String markup) {
        return page(markup, null);
    }

    static Document xml(String markup, @Nullable URI base) {
        return parse(Parser.xmlParser(), cut(markup, MOST_FEED_TAGS), base);
    }

    private static Document parse(Parser parser, String markup, @Nullable URI base) {
        return parser.setMaxDepth(MAX_DEPTH).parseInput(markup, base == null ? "" : base.toString());
    }

    private static String cut(String markup, int mostTags) {
        int tags = 0;
        for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
            if (++tags > mostTags) {
                return markup.substring(0, at);
            }
        }
        return markup;
    }
}
