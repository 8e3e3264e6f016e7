package org.onrecord.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.onrecord.extract.TextBlock.Place;

/**
 * The elements of a page in the order of its markup, and the pieces of text between them, taken down in one walk so that
 * nobody has to walk again.
 *
 * <p>Elements are known by their numbers, from 0 for the document. What is under an element has the numbers after its own up
 * to its last one. What is under an element that shows no text of the article, such as a script, has none.
 */
final class PageOutline {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "link", "meta", "script");
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
            "title",
            "rt",
            "rp",
            "dialog",
            "noembed",
            "noframes",
            "link",
            "meta");

    private static final BitSet NONE = new BitSet();

    private final List<Element> elements = new ArrayList<>();
    private final List<Set<Sign>> signs = new ArrayList<>();
    private final List<TextPiece> pieces = new ArrayList<>();
    private final NameSigns names = new NameSigns();
    private final Map<String, BitSet> byName = new HashMap<>();
    private final BitSet marked = new BitSet();
    private int[] parents = new int[256];
    private int[] lasts = new int[256];
    private int[] blocks = new int[256];
    private Place[] places = new Place[256];

    private PageOutline() {}

    static PageOutline of(Element root) {
        PageOutline outline = new PageOutline();
        root.filter(outline.new Walk());
        return outline;
    }

    int size() {
        return elements.size();
    }

    Element element(int number) {
        return elements.get(number);
    }

    String name(int number) {
        return elements.get(number).normalName();
    }

    /** What the words in its class and id say. */
    Set<Sign> signs(int number) {
        return signs.get(number);
    }

    /** The number of the element around it; of the document its own. */
    int parent(int number) {
        return parents[number];
    }

    /** The number of the last element under it; its own if there is none. */
    int last(int number) {
        return lasts[number];
    }

    /** The innermost block element that it is or lies in. */
    int block(int number) {
        return blocks[number];
    }

    /** What the text of its block is a part of. */
    Place place(int number) {
        return places[number];
    }

    /** Whether the inner one is the outer one, or under it. */
    boolean holds(int outer, int inner) {
        return outer <= inner && inner <= lasts[outer];
    }

    /** The numbers of the elements that it holds directly. */
    IntStream children(int number) {
        return IntStream.iterate(number + 1, child -> child <= lasts[number], child -> lasts[child] + 1);
    }

    /** The numbers of the elements with these names, in the order of the page. */
    IntStream named(String... wanted) {
        BitSet all = new BitSet();
        for (String name : wanted) {
            all.or(byName.getOrDefault(name, NONE));
        }
        return all.stream();
    }

    /** Whether there is an element of this name under it. */
    boolean hasUnder(int number, String name) {
        int found = byName.getOrDefault(name, NONE).nextSetBit(number + 1);
        return found > 0 && found <= lasts[number];
    }

    /** Of the marked ones and the time elements those that may hold a date. */
    IntStream dated() {
        BitSet all = new BitSet();
        all.or(marked);
        all.or(byName.getOrDefault("time", NONE));
        return all.stream()
                .filter(number -> name(number).equals("time")
                        || element(number).hasAttr("itemprop")
                        || signs(number).contains(Sign.DATE)
                        || signs(number).contains(Sign.PUBLISHED));
    }

    /** The elements that say what they hold by itemprop or rel, or whose class or id does, in the order of the page. */
    IntStream marked() {
        return marked.stream();
    }

    /** The body, else the document. */
    int body() {
        return children(0)
                .flatMap(this::children)
                .filter(number -> name(number).equals("body"))
                .findFirst()
                .orElse(0);
    }

    List<TextPiece> pieces() {
        return pieces;
    }

    static boolean isInline(String name) {
        return INLINE.contains(name);
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        if (name.indexOf('-') >= 0) {
            // elements that a site invented stand for boxes, unless they stand inside a paragraph
            Element parent = element.parent();
            return parent == null || !parent.normalName().equals("p");
        }
        return !INLINE.contains(name);
    }

    private static Place place(String name, Place around) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Place.HEADING;
            case "figcaption", "caption", "figure" -> Place.CAPTION;
            case "ul", "ol", "dl" -> Place.LIST;
            case "table" -> Place.TABLE;
            case "blockquote" -> Place.QUOTE;
            default -> around;
        };
    }

    /** Quicker than asking the element, which also looks for other cases and addresses. */
    private static boolean has(Element element, String attribute) {
        return element.attributesSize() > 0 && element.attributes().hasKey(attribute);
    }

    private int add(Element element, int parent) {
        int number = elements.size();
        if (number == parents.length) {
            parents = Arrays.copyOf(parents, 2 * number);
            lasts = Arrays.copyOf(lasts, 2 * number);
            blocks = Arrays.copyOf(blocks, 2 * number);
            places = Arrays.copyOf(places, 2 * number);
        }
        boolean block = number == 0 || isBlock(element);
        elements.add(element);
        byName.computeIfAbsent(element.normalName(), none -> new BitSet()).set(number);
        signs.add(names.of(element));
        marked.set(number, !signs.get(number).isEmpty() || has(element, "itemprop") || has(element, "rel"));
        parents[number] = parent;
        lasts[number] = number;
        blocks[number] = block ? number : blocks[parent];
        Place around = number == 0 ? Place.PROSE : places[parent];
        places[number] = block ? place(element.normalName(), around) : around;
        return number;
    }

    /** The walk that takes everything down. */
    private final class Walk implements NodeFilter {
        private int at;
        private int run;
        private int breaks;
        private int links;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                return open(element);
            }
            return FilterResult.CONTINUE;
        }

        private void append(String text) {
            boolean blank = text.isBlank();
            pieces.add(new TextPiece(blank ? " " : text, at, run, breaks, links > 0));
            breaks = blank ? breaks : 0;
        }

        private FilterResult open(Element element) {
            if (isBreak(element)) {
                breaks++;
                return FilterResult.CONTINUE;
            }
            int number = add(element, at);
            if (SILENT.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            at = number;
            turn(number);
            if (element.normalName().equals("a")) {
                links++;
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && !isBreak(element)) {
                lasts[at] = elements.size() - 1;
                turn(at);
                if (element.normalName().equals("a")) {
                    links--;
                }
                at = parents[at];
            }
            return FilterResult.CONTINUE;
        }

        /** The edge of a block ends the line. */
        private void turn(int number) {
            if (blocks[number] == number) {
                run++;
                breaks = 0;
            }
        }

        private static boolean isBreak(Element element) {
            return element.normalName().equals("br");
        }
    }
}
