package org.onrecord.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.state.Webhook;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of webhooks: {@code number name url query created failing disabled reason}; a new one has its {@code secret}. */
public final class WebhookJson {
    private WebhookJson() {}

    public static ObjectNode write(Webhook webhook) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("number", webhook.number());
        json.put("name", webhook.name());
        json.put("url", webhook.url().toString());
        json.put("query", webhook.query());
        json.put("created", webhook.createdAt().toString());
        json.put("failing", text(webhook.failingSince()));
        json.put("disabled", text(webhook.disabledAt()));
        json.put("reason", webhook.disabledReason().isEmpty() ? null : webhook.disabledReason());
        return json;
    }

    public static ObjectNode writeNew(Webhook webhook) {
        return write(webhook).put("secret", webhook.secret());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
