package org.onrecord.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.onrecord.extract.TextBlock.Place;

/** Takes the text under an element apart into blocks, in the order of the page. */
final class TextBlocks implements NodeFilter {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source");
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "math",
            "canvas",
            "object",
            "embed",
            "audio",
            "video",
            "map",
            "button",
            "select",
            "input",
            "textarea",
            "option",
            "datalist",
            "progress",
            "meter",
            "head",
            "title",
            "rt",
            "rp",
            "dialog",
            "noembed",
            "noframes",
            "link",
            "meta");

    private final Predicate<Element> skip;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final Deque<Place> places = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Element owner;
    private int links;
    private int linkLength;
    private int breaks;

    private TextBlocks(Element root, Predicate<Element> skip) {
        this.owner = root;
        this.skip = skip;
    }

    /** The blocks under the root, without what is under an element that the predicate names. */
    static List<TextBlock> of(Element root, Predicate<Element> skip) {
        TextBlocks reading = new TextBlocks(root, skip);
        root.filter(reading);
        reading.flush();
        return reading.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode part) {
            append(part.getWholeText());
        } else if (node instanceof Element element) {
            return open(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            breaks++;
            text.append(' ');
            return FilterResult.CONTINUE;
        }
        if (SILENT.contains(name) || skip.test(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("a")) {
            links++;
        }
        if (isBlock(element)) {
            flush();
            owner = element;
            places.push(place(element));
        }
        return FilterResult.CONTINUE;
    }

    private Place place(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Place.HEADING;
            case "figcaption", "caption", "figure" -> Place.CAPTION;
            case "ul", "ol", "dl" -> Place.LIST;
            case "table" -> Place.TABLE;
            case "blockquote" -> Place.QUOTE;
            default -> places.isEmpty() ? Place.PROSE : places.element();
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.normalName().equals("br")) {
            if (element.normalName().equals("a")) {
                links--;
            }
            if (isBlock(element)) {
                flush();
                places.poll();
                Element parent = element.parent();
                owner = parent == null ? element : nearestBlock(parent);
            }
        }
        return FilterResult.CONTINUE;
    }

    private static Element nearestBlock(Element from) {
        Element at = from;
        for (Element parent = at.parent(); !isBlock(at) && parent != null; parent = at.parent()) {
            at = parent;
        }
        return at;
    }

    static boolean isInline(Element element) {
        return INLINE.contains(element.normalName());
    }

    /** Elements that a site invented stand for boxes, unless they stand inside a paragraph. */
    private static boolean isBlock(Element element) {
        String name = element.normalName();
        if (name.indexOf('-') >= 0) {
            Element parent = element.parent();
            return parent == null || !parent.normalName().equals("p");
        }
        return !INLINE.contains(name);
    }

    private void append(String part) {
        if (part.isBlank()) {
            text.append(' ');
            return;
        }
        if (breaks > 1 || breaks == 1 && endsSentence()) {
            flush();
        }
        breaks = 0;
        text.append(part);
        if (links > 0) {
            linkLength += part.strip().length();
        }
    }

    /** One line break ends a paragraph only after a full sentence: old pages break lines anywhere. */
    private boolean endsSentence() {
        String line = text.toString().strip();
        return line.isEmpty() || ".!?:…”\"»。！？".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private void flush() {
        String line = Prose.line(text.toString());
        if (!line.isEmpty()) {
            blocks.add(TextBlock.of(owner, line, linkLength, places.isEmpty() ? Place.PROSE : places.element()));
        }
        text.setLength(0);
        linkLength = 0;
        breaks = 0;
    }
}
