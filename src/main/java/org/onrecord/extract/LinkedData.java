package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page says of its article in JSON-LD (schema.org).
 *
 * @param articles nodes that describe an article, the page's own first
 * @param byId all nodes that other nodes can refer to by {@code @id}
 */
record LinkedData(List<JsonNode> articles, Map<String, JsonNode> byId) {
    /** A list of teasers is not the page's article. */
    private static final int MOST_NODES = 2_000;

    private static final Set<String> INWARD =
            Set.of("@graph", "mainEntity", "mainEntityOfPage", "about", "item", "review");

    LinkedData {
        articles = List.copyOf(articles);
        byId = Map.copyOf(byId);
    }

    /**
     * What the scripts of a page say.
     *
     * @param uri where the page was; null if unknown
     */
    static LinkedData of(PageOutline outline, @Nullable URI uri) {
        Map<String, JsonNode> byId = new HashMap<>();
        List<JsonNode> articles = new ArrayList<>();
        List<JsonNode> pages = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        outline.named("script")
                .mapToObj(outline::element)
                .filter(script -> script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
                .forEach(script -> LenientJson.read(json(script.data())).ifPresent(open::addLast));
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = open.removeFirst();
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (node.isObject()) {
                String id = node.path("@id").asString("");
                if (!id.isEmpty() && node.size() > 1) {
                    byId.putIfAbsent(id, node);
                }
                if (isArticle(node)) {
                    articles.add(node);
                } else if (hasType(node, "Page")) {
                    pages.add(node);
                }
                INWARD.forEach(name -> {
                    if (node.path(name).isContainer()) {
                        open.addLast(node.path(name));
                    }
                });
            }
        }
        if (uri != null && articles.size() > 1) {
            articles.sort(Comparator.comparing(article -> !isAbout(article, uri)));
        }
        articles.addAll(pages);
        return new LinkedData(articles, byId);
    }

    /** Scripts may hide their JSON in a comment or a CDATA section, or end it like a statement. */
    private static String json(String data) {
        String text = data.strip();
        int start = 0;
        while (start < text.length() && text.charAt(start) != '{' && text.charAt(start) != '[') {
            start++;
        }
        if (text.startsWith("//<![CDATA[") || text.startsWith("<![CDATA[") || text.startsWith("/*<![CDATA[")) {
            start = Math.max(text.indexOf('{', text.indexOf("CDATA[") + 6), 0);
        }
        return text.substring(start);
    }

    /** Whether the node names the page as its own place: teasers name other ones. */
    private static boolean isAbout(JsonNode article, URI uri) {
        JsonNode page = article.path("mainEntityOfPage");
        return Stream.of(article.path("url"), article.path("@id"), page, page.path("@id"), page.path("url"))
                .map(place -> Address.resolveHttp(uri, place.asString("")))
                .flatMap(Optional::stream)
                .anyMatch(place -> CanonicalUrl.of(place).equals(CanonicalUrl.of(uri)));
    }

    private static boolean isArticle(JsonNode node) {
        return hasType(node, "Article")
                || hasType(node, "Posting")
                || hasType(node, "Report")
                || hasType(node, "Review");
    }

    private static boolean hasType(JsonNode node, String ending) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> one.asString("").endsWith(ending));
        }
        return type.asString("").endsWith(ending);
    }

    /** The first text that the article nodes have under one of these names; earlier names win within a node. */
    Optional<String> text(String... names) {
        return articles.stream()
                .flatMap(node -> Stream.of(names).map(node::path))
                .filter(JsonNode::isString)
                .map(value -> value.asString(""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The values of a property of the first article node that has it, lists taken apart and references followed. */
    List<JsonNode> values(String name) {
        for (JsonNode node : articles) {
            JsonNode value = node.path(name);
            boolean given = value.isContainer() ? !value.isEmpty() : !value.isMissingNode() && !value.isNull();
            if (given) {
                return flat(value);
            }
        }
        return List.of();
    }

    private List<JsonNode> flat(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value.valueStream().toList() : List.of(value)) {
            JsonNode named = byId.get(one.path("@id").asString(""));
            values.add(one.has("name") || named == null ? one : named);
        }
        return values;
    }
}
