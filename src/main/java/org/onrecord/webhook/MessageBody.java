package org.onrecord.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.HitJson;
import org.onrecord.state.Webhook;
import tools.jackson.databind.node.ObjectNode;

/** What a webhook is sent: {@code type timestamp data}, where the data name the webhook, its query and the article. */
final class MessageBody {
    private MessageBody() {}

    static String matched(Webhook webhook, ArticleHit hit, Instant now) {
        ObjectNode message = message("article.matched", webhook, now);
        ((ObjectNode) message.get("data")).set("article", HitJson.write(hit));
        return message.toString();
    }

    /** A message that tells of nothing, to try the way. */
    static String test(Webhook webhook, Instant now) {
        return message("test", webhook, now).toString();
    }

    private static ObjectNode message(String type, Webhook webhook, Instant now) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("type", type);
        message.put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        message.putObject("data").put("webhook", webhook.name()).put("query", webhook.query());
        return message;
    }
}
