package org.onrecord.web;

import java.net.URI;
import org.onrecord.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes feeds as JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeedWriter {
    static final String TYPE = "application/feed+json";

    private JsonFeedWriter() {}

    static ObjectNode write(FeedDocument feed) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.title());
        json.put("home_page_url", feed.home().toString());
        json.put("feed_url", feed.self().toString());
        ArrayNode items = json.putArray("items");
        feed.items().forEach(item -> items.add(write(item)));
        return json;
    }

    private static ObjectNode write(FeedItem item) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", item.id());
        json.put("url", item.page().toString());
        URI original = item.original();
        if (original != null) {
            json.put("external_url", original.toString());
        }
        json.put("title", item.title());
        json.put("content_text", item.passage());
        if (item.published() != null) {
            json.put("date_published", item.published().toString());
        }
        json.put("date_modified", item.updated().toString());
        if (!item.authors().isEmpty()) {
            ArrayNode authors = json.putArray("authors");
            item.authors().forEach(author -> authors.addObject().put("name", author));
        }
        if (!item.source().isEmpty()) {
            json.putArray("tags").add(item.source());
        }
        return json;
    }
}
