package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.onrecord.fetch.Page;

/** What a web page could be watched by: the feeds that it names, else its own links. Stateless, safe for many threads. */
public final class SourceFinder {
    private static final int MOST_FEEDS = 5;

    /** Headlines are longer than the names of sections. */
    private static final int HEADLINE = 25;

    private static final int FEWEST_HEADLINES = 3;

    /** Where many sites have their feed. */
    private static final List<String> USUAL_PLACES = List.of("/feed/", "/rss.xml", "/feed.xml", "/atom.xml");

    /** The feeds that a page names, the most certain ones first; those of comments last. */
    public List<URI> feeds(Page page) {
        Document document = document(page);
        URI base = base(document, page);
        Set<URI> feeds = new LinkedHashSet<>();
        document.select("link[rel~=(?i)\\balternate\\b][href]").stream()
                .filter(link -> isFeedType(link.attr("type")))
                .sorted(Comparator.comparing(SourceFinder::isOfComments))
                .forEach(link -> Address.resolveHttp(base, link.attr("href")).ifPresent(feeds::add));
        document.select("a[href]").stream()
                .filter(link -> isFeedName(link.attr("href")))
                .forEach(link -> Address.resolveHttp(base, link.attr("href")).ifPresent(feeds::add));
        return feeds.stream().limit(MOST_FEEDS).toList();
    }

    /** Where the page's site may have a feed that the page does not name. */
    public List<URI> usualPlaces(Page page) {
        return USUAL_PLACES.stream().map(page.uri()::resolve).toList();
    }

    /** What the page calls itself; empty if it does not say. */
    public String title(Page page) {
        return Prose.line(document(page).title());
    }

    /** A selector of the links on a page that look like headlines of one kind; empty when there are too few. */
    public Optional<String> headlines(Page page) {
        Document document = document(page);
        URI base = base(document, page);
        Map<String, Set<URI>> byFolder = new LinkedHashMap<>();
        for (Element link : document.select("a[href]")) {
            Optional<URI> uri = Address.resolveHttp(base, link.attr("href"))
                    .filter(to -> to.getHost() != null
                            && to.getHost().equals(page.uri().getHost()));
            if (uri.isPresent() && Prose.line(link.text()).length() >= HEADLINE) {
                String path = uri.get().getPath();
                for (String folder : folders(path)) {
                    byFolder.computeIfAbsent(folder, key -> new LinkedHashSet<>())
                            .add(uri.get());
                }
            }
        }
        // of folders with as many headlines, the longest name tells most
        return byFolder.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= FEWEST_HEADLINES)
                .max(Comparator.<Map.Entry<String, Set<URI>>>comparingInt(
                                entry -> entry.getValue().size())
                        .thenComparingInt(entry -> entry.getKey().length()))
                .map(entry -> "a[href*=\"" + entry.getKey() + "\"]");
    }

    /** {@code /news/} and {@code /news/2026/} of {@code /news/2026/a-headline}. */
    private static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (slash < path.length() - 1 && path.substring(0, slash).matches("[\\w/.-]+")) {
                folders.add(path.substring(0, slash + 1));
            }
        }
        return folders;
    }

    private static Document document(Page page) {
        return Html.page(
                TextDecoder.decode(page.body(), page.header("Content-Type").orElse(null)), page.uri());
    }

    private static URI base(Document document, Page page) {
        return Address.resolveHttp(page.uri(), document.select("base[href]").attr("href"))
                .orElse(page.uri());
    }

    private static boolean isFeedType(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("rss") || lower.contains("atom") || lower.contains("feed+json");
    }

    private static boolean isFeedName(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("[?#].*", "")
                .matches(".*(?:/(?:rss|feed|atom)/?|(?:rss|feed|atom|index)\\.(?:xml|json)|\\.(?:rss|atom|rdf))");
    }

    private static boolean isOfComments(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        return words.contains("comment") || words.contains("kommentar") || words.contains("comentario");
    }
}
