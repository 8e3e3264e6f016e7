package org.onrecord.extract;

import java.net.URI;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** RSS, RDF and Atom, read by the names of elements and not by grammar, so that little can be wrong enough to fail. */
record XmlFeed(DateReader dates) {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "atom", "channel");
    private static final Set<String> NO_FEEDS = Set.of("html", "urlset", "opml");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    /** Markup with more elements than this besides entries is no feed; what follows is not read. */
    private static final int MOST_OTHER_ELEMENTS = 300_000;

    /** More nodes than this beside an entry, when those before it are forgotten, make taking it out slow. */
    private static final int MOST_SIBLINGS = 5_000;

    /** Deeper elements become siblings; real feeds stay below 20, markup inside them below 100. */
    private static final int MAX_DEPTH = 200;

    /**
     * Hands on the entries one by one as they are completed, and forgets each, so that a long feed needs no long tree.
     *
     * @return what the feed says of itself; empty, and nothing handed on, if it is none
     */
    Optional<FeedHead> read(String text, @Nullable URI base, Consumer<FeedEntry> entries) {
        try (StreamParser stream = new StreamParser(Parser.xmlParser().setMaxDepth(MAX_DEPTH))) {
            stream.parse(fromFirstTag(text), base == null ? "" : base.toString());
            Iterator<Element> elements = stream.iterator();
            @Nullable Element root = null;
            @Nullable FeedEntry waiting = null; // the last one may be cut
            int others = 0; // elements that stay in the tree
            int since = 0; // elements since the last entry, those inside the next one included
            while (elements.hasNext() && others + ++since < MOST_OTHER_ELEMENTS) {
                Element element = elements.next();
                if (ENTRIES.contains(FeedElement.name(element))) {
                    if (element.parent() == null || element.parent().childNodeSize() > MOST_SIBLINGS) {
                        break;
                    }
                    if (waiting != null) {
                        entries.accept(waiting);
                        waiting = null;
                    }
                    Element around = rootAround(element);
                    root = root == null ? around : root;
                    if (root != null && root == around) {
                        waiting = entry(element, base);
                    }
                    others += Math.max(0, since - element.getAllElements().size());
                    since = 0;
                    forget(element);
                }
            }
            if (waiting != null && !isCutInEntry(text)) {
                entries.accept(waiting);
            }
            return Optional.ofNullable(root).or(() -> root(stream.document())).map(XmlFeed::head);
        }
    }

    /** The feed that an entry is part of; null when it is part of something else. */
    private static @Nullable Element rootAround(Element entry) {
        List<Element> outermostFirst = entry.parents().reversed();
        return outermostFirst.isEmpty() || NO_FEEDS.contains(FeedElement.name(outermostFirst.getFirst()))
                ? null
                : outermostFirst.stream()
                        .filter(element -> ROOTS.contains(FeedElement.name(element)))
                        .findFirst()
                        .orElse(null);
    }

    private static void forget(Element entry) {
        Node before = entry.previousSibling();
        while (before instanceof Comment || before instanceof TextNode gap && gap.isBlank()) {
            before.remove();
            before = entry.previousSibling();
        }
        entry.remove();
    }

    /** Whether the transfer broke off inside an entry: one is opened after the last was closed, and nothing ends the feed. */
    private static boolean isCutInEntry(String text) {
        int closed = Math.max(text.lastIndexOf("</item>"), text.lastIndexOf("</entry>"));
        int opened = Math.max(text.lastIndexOf("<item>"), text.lastIndexOf("<entry>"));
        return closed >= 0 && opened > closed && !text.substring(opened).matches("(?s).*</(?:channel|feed|rss)>.*");
    }

    /** Some servers send blank lines, comments or warnings before the XML. */
    private static String fromFirstTag(String text) {
        int first = text.indexOf('<');
        return first <= 0 ? text : text.substring(first);
    }

    private static Optional<Element> root(Document document) {
        for (Element element : document.children()) {
            String name = FeedElement.name(element);
            if (ROOTS.contains(name)) {
                return Optional.of(element);
            }
            if (NO_FEEDS.contains(name)) {
                return Optional.empty();
            }
        }
        // junk around the feed: the first element that could be one
        return document.stream()
                .filter(element -> ROOTS.contains(FeedElement.name(element)))
                .findFirst();
    }

    private static FeedHead head(Element root) {
        Element channel = root.stream()
                .filter(element -> FeedElement.name(element).equals("channel"))
                .findFirst()
                .orElse(root);
        return new FeedHead(FeedElement.text(channel, "title", "dc:title"), format(root));
    }

    private static String format(Element root) {
        String version = root.attr("version").strip().toLowerCase(Locale.ROOT);
        return switch (FeedElement.name(root)) {
            case "rdf" -> "rdf";
            case "feed", "atom" ->
                version.equals("0.3") || root.attr("xmlns").contains("purl.org/atom") ? "atom-0.3" : "atom-1.0";
            default -> version.isEmpty() ? "rss" : "rss-" + version;
        };
    }

    private FeedEntry entry(Element item, @Nullable URI base) {
        String id = FeedElement.text(item, "guid", "id");
        Optional<Published> published = published(item);
        return new FeedEntry(
                FeedElement.text(item, "title", "dc:title", "media:title"),
                link(item, base).orElse(null),
                published.orElse(null),
                changed(item, published).orElse(null),
                FeedElement.text(item, "description", "summary", "content:encoded", "content", "itunes:summary"),
                id);
    }

    private Optional<Published> published(Element item) {
        return Stream.of(
                        "pubdate",
                        "published",
                        "issued",
                        "dc:date",
                        "created",
                        "dc:created",
                        "date",
                        "updated",
                        "modified",
                        "lastbuilddate",
                        "dc:modified",
                        "dc:issued")
                .flatMap(name -> FeedElement.children(item, name).stream())
                .map(element -> dates.read(element.text()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Published> changed(Element item, Optional<Published> published) {
        return Stream.of("updated", "modified", "dc:modified")
                .flatMap(name -> FeedElement.children(item, name).stream())
                .map(element -> dates.read(element.text()))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(changed -> ChangeDate.isAfter(changed, published.orElse(changed)));
    }

    private static Optional<URI> link(Element item, @Nullable URI base) {
        return Stream.<Stream<Reference>>of(
                        links(item, true),
                        FeedElement.children(item, "guid").stream()
                                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                                .map(guid -> new Reference(guid, guid.text()))
                                .filter(guid -> guid.isHttp() || guid.isPath()),
                        links(item, false),
                        FeedElement.children(item, "id").stream()
                                .map(id -> new Reference(id, id.text()))
                                .filter(Reference::isHttp),
                        Stream.of(new Reference(item, item.attr("rdf:about"))).filter(Reference::isHttp))
                .flatMap(references -> references)
                .map(reference -> reference.resolve(base))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Reference> links(Element item, boolean alternate) {
        return FeedElement.children(item, "link").stream()
                .filter(link -> alternate
                        == Set.of("", "alternate").contains(link.attr("rel").toLowerCase(Locale.ROOT)))
                .filter(link -> alternate || !link.attr("rel").equalsIgnoreCase("enclosure"))
                .sorted(Comparator.comparing(XmlFeed::isNotForBrowsers))
                .map(link -> new Reference(link, link.hasAttr("href") ? link.attr("href") : link.wholeText()))
                .filter(reference -> !reference.raw().isBlank());
    }

    private static boolean isNotForBrowsers(Element link) {
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        return !type.isEmpty() && !type.contains("html");
    }

    /** An address as it is written, and the element whose base it is relative to. */
    private record Reference(Element at, String raw) {
        boolean isHttp() {
            return raw.strip().toLowerCase(Locale.ROOT).startsWith("http");
        }

        boolean isPath() {
            return raw.strip().startsWith("/");
        }

        Optional<URI> resolve(@Nullable URI documentBase) {
            return Address.resolve(FeedElement.base(at, documentBase), raw);
        }
    }
}
