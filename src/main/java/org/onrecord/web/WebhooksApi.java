package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.onrecord.json.Json;
import org.onrecord.state.Webhook;
import org.onrecord.webhook.WebhookException;
import org.onrecord.webhook.WebhookJson;
import org.onrecord.webhook.Webhooks;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/webhooks}. */
final class WebhooksApi {
    private final Webhooks webhooks;
    private final Posted posted;

    WebhooksApi(Webhooks webhooks, Posted posted) {
        this.webhooks = webhooks;
        this.posted = posted;
    }

    /** {@code GET /webhooks}: all, without their secrets. */
    ShortList list() {
        return new ShortList(
                "/webhooks",
                List.of("number", "name", "url", "query", "created", "failing", "disabled", "reason"),
                ctx -> webhooks.all().stream().map(WebhookJson::write).toList());
    }

    /** {@code POST /webhooks}: an object with {@code name}, {@code url} and {@code query}. */
    void add(Context ctx) {
        JsonNode body = posted.json(ctx);
        try {
            Webhook added =
                    webhooks.add(Posted.string(body, "name"), Posted.string(body, "url"), Posted.string(body, "query"));
            Problems.json(ctx, WebhookJson.writeNew(added));
            ctx.status(201)
                    .header("Cache-Control", "no-store")
                    .header("Location", "/api/v1/webhooks/" + added.number());
        } catch (WebhookException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    /** {@code GET /webhooks/{number}}. */
    void one(Context ctx) {
        Problems.json(ctx, WebhookJson.write(webhook(ctx)));
    }

    /** {@code DELETE /webhooks/{number}}. */
    void remove(Context ctx) {
        webhooks.remove(webhook(ctx).number());
        ctx.status(204);
    }

    /** {@code POST /webhooks/{number}/test}: sends a message that tells of nothing. */
    void test(Context ctx) {
        Optional<String> wrong = webhooks.test(webhook(ctx));
        Problems.json(
                ctx,
                Json.MAPPER.createObjectNode().put("taken", wrong.isEmpty()).put("reason", wrong.orElse(null)));
    }

    /** {@code POST /webhooks/{number}/enable}: switches it on again. */
    void enable(Context ctx) {
        webhooks.enable(webhook(ctx).number());
        one(ctx);
    }

    private Webhook webhook(Context ctx) {
        String number = ctx.pathParam("number");
        return (number.matches("\\d{1,18}") ? webhooks.find(Long.parseLong(number)) : Optional.<Webhook>empty())
                .orElseThrow(() -> new NotFoundResponse("there is no webhook " + number));
    }
}
