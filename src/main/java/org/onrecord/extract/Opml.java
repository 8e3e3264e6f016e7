package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * OPML, the form in which feed readers exchange their lists (opml.org). Loads nothing: a document type and its entities stay
 * unread. Stateless, safe for many threads.
 */
public final class Opml {
    private static final int MAX_DEPTH = 200;
    private static final int MOST_OUTLINES = 100_000;

    private Opml() {}

    /**
     * A feed in a list.
     *
     * @param title for people, plain text; empty if none
     * @param address as it is written, unchecked
     */
    public record Outline(String title, String address) {
        public Outline {
            requireNonNull(title, "title");
            requireNonNull(address, "address");
        }
    }

    /** The feeds in a list, in its order, at any depth; throws {@link ExtractException} when the bytes are no OPML. */
    public static List<Outline> read(byte[] bytes) {
        String text = TextDecoder.decode(bytes, null);
        List<Outline> outlines = new ArrayList<>();
        boolean isOpml = false;
        try (StreamParser stream = new StreamParser(Parser.xmlParser().setMaxDepth(MAX_DEPTH))) {
            stream.parse(text.substring(Math.max(0, text.indexOf('<'))), "");
            Iterator<Element> elements = stream.iterator();
            for (int i = 0; i < MOST_OUTLINES && elements.hasNext(); i++) {
                Element element = elements.next();
                String address = element.attributes().getIgnoreCase("xmlUrl").strip();
                if (element.normalName().equals("outline") && !address.isEmpty()) {
                    String title = element.attr("title");
                    outlines.add(
                            new Outline(Prose.lineOfMarkup(title.isBlank() ? element.attr("text") : title), address));
                }
                isOpml |= element.normalName().equals("opml") || element.closest("opml") != null;
            }
        }
        if (!isOpml) {
            throw new ExtractException("no OPML: a list of feeds begins with <opml>; export one from a feed reader");
        }
        return outlines;
    }

    /** A list of feeds as OPML 2.0. */
    public static String write(String title, List<Outline> outlines) {
        Document document = Parser.xmlParser()
                .parseInput("<opml version=\"2.0\"><head><title></title></head><body></body></opml>", "");
        document.expectFirst("title").text(title);
        Element body = document.expectFirst("body");
        for (Outline outline : outlines) {
            body.appendElement("outline")
                    .attr("type", "rss")
                    .attr("text", outline.title())
                    .attr("title", outline.title())
                    .attr("xmlUrl", outline.address());
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + document.outerHtml().replace("><outline type=", ">\n<outline type=") + "\n";
    }
}
