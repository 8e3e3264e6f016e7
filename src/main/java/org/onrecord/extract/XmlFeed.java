package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** RSS, RDF and Atom, read by the names of elements and not by grammar, so that little can be wrong enough to fail. */
record XmlFeed(DateReader dates) {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "atom", "channel");
    private static final Set<String> ENTRIES = Set.of("item", "entry");

    Optional<Feed> read(String text, @Nullable URI base) {
        Document document = Html.xml(fromFirstTag(text), base);
        boolean cut = isCutInEntry(text);
        return root(document).map(root -> feed(root, cut, base));
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
            if (name.equals("html") || name.equals("urlset") || name.equals("opml")) {
                return Optional.empty();
            }
        }
        // junk around the feed: the first element that could be one
        return document.stream()
                .filter(element -> ROOTS.contains(FeedElement.name(element)))
                .findFirst();
    }

    private Feed feed(Element root, boolean cut, @Nullable URI base) {
        List<Element> items = root.stream()
                .filter(element -> ENTRIES.contains(FeedElement.name(element)))
                .toList();
        Element channel = root.stream()
                .filter(element -> FeedElement.name(element).equals("channel"))
                .findFirst()
                .orElse(root);
        String title = FeedElement.text(channel, "title", "dc:title");
        List<FeedEntry> entries = new ArrayList<>();
        for (Element item : cut && !items.isEmpty() ? items.subList(0, items.size() - 1) : items) {
            entries.add(entry(item, base));
        }
        return new Feed(title, format(root), entries);
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
        return new FeedEntry(
                FeedElement.text(item, "title", "dc:title", "media:title"),
                link(item, base).orElse(null),
                published(item).orElse(null),
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

    private static Optional<URI> link(Element item, @Nullable URI base) {
        return Stream.<Stream<Reference>>of(
                        links(item, true),
                        FeedElement.children(item, "guid").stream()
                                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                                .map(guid -> new Reference(guid, guid.text()))
                                .filter(Reference::isHttp),
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

        Optional<URI> resolve(@Nullable URI documentBase) {
            return Address.resolve(FeedElement.base(at, documentBase), raw);
        }
    }
}
