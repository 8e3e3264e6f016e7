package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
        List<JsonNode> early = new ArrayList<>(); // items that stand before the version
        return LenientJson.read(text, "items", (item, rest) -> {
                    if (!item.isObject()) {
                        return;
                    }
                    if (isFeed(rest)) {
                        entries.accept(entry(item, base));
                    } else {
                        early.add(item);
                    }
                })
                .filter(rest ->
                        isFeed(rest) || !early.isEmpty() && early.getFirst().has("url"))
                .map(rest -> {
                    early.forEach(item -> entries.accept(entry(item, base)));
                    return new FeedHead(Prose.line(string(rest, "title")), "json-feed");
                });
    }

    private static boolean isFeed(JsonNode root) {
        return string(root, "version").contains("jsonfeed");
    }

    private FeedEntry entry(JsonNode item, @Nullable URI base) {
        @Nullable
        URI link = first(item, "url", "external_url")
                .flatMap(raw -> Address.resolve(base, raw))
                .or(() -> Address.resolveHttp(null, string(item, "id")))
                .filter(URI::isAbsolute)
                .orElse(null);
        Published published = Stream.of("date_published", "date_modified")
                .map(name -> dates.read(string(item, name)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        Published changed = dates.read(string(item, "date_modified"))
                .filter(date -> published != null && ChangeDate.isAfter(date, published))
                .orElse(null);
        String summary = first(item, "summary", "content_text", "content_html").orElse("");
        return new FeedEntry(
                Prose.line(string(item, "title")),
                link,
                published,
                changed,
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
