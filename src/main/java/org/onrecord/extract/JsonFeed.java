package org.onrecord.extract;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import tools.jackson.databind.JsonNode;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
record JsonFeed(DateReader dates) {
    /** Hands on the entries one by one; answers what the feed says of itself, empty if it is none. */
    Optional<FeedHead> read(String text, @Nullable URI base, Consumer<FeedEntry> entries) {
        return LenientJson.read(text)
                .filter(root -> root.path("version").asString("").contains("jsonfeed")
                        || root.path("items").path(0).has("url"))
                .map(root -> {
                    for (JsonNode item : root.path("items")) {
                        if (item.isObject()) {
                            entries.accept(entry(item, base));
                        }
                    }
                    return new FeedHead(Prose.line(string(root, "title")), "json-feed");
                });
    }

    private FeedEntry entry(JsonNode item, @Nullable URI base) {
        @Nullable
        URI link = first(item, "url", "external_url", "id")
                .flatMap(raw -> Address.resolve(base, raw))
                .filter(URI::isAbsolute)
                .orElse(null);
        Published published = Stream.of("date_published", "date_modified")
                .map(name -> dates.read(string(item, name)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        String summary = first(item, "summary", "content_text", "content_html").orElse("");
        return new FeedEntry(
                Prose.line(string(item, "title")),
                link,
                published,
                Prose.lineOfMarkup(summary),
                Prose.line(string(item, "id")));
    }

    private static Optional<String> first(JsonNode item, String... names) {
        return Stream.of(names)
                .map(name -> string(item, name))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String string(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
