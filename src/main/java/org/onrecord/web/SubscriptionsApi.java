package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.json.Json;
import org.onrecord.subscription.ChoiceReader;
import org.onrecord.subscription.Subscription;
import org.onrecord.subscription.SubscriptionException;
import org.onrecord.subscription.SubscriptionJson;
import org.onrecord.subscription.Subscriptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/subscriptions}: what readers asked for by themselves. */
final class SubscriptionsApi {
    private final Subscriptions subscriptions;
    private final ChoiceReader reader;
    private final Posted posted;

    SubscriptionsApi(Subscriptions subscriptions, ChoiceReader reader, Posted posted) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.posted = posted;
    }

    /** {@code GET /subscriptions}: those that were confirmed and not ended. */
    void list(Context ctx) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode list = json.putArray("subscriptions");
        subscriptions.active().all().forEach(one -> list.add(SubscriptionJson.write(one)));
        Problems.json(ctx, json);
    }

    /** {@code POST /subscriptions}: sends a mail that asks the reader to confirm; says the same whatever becomes of it. */
    void ask(Context ctx) {
        JsonNode body = posted.json(ctx);
        try {
            subscriptions.ask(Posted.string(body, "email"), reader.read(fields(body)));
        } catch (SubscriptionException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
        ctx.status(202);
        Problems.json(ctx, Json.MAPPER.createObjectNode().put("asked", true));
    }

    /** {@code GET /subscriptions/{number}}. */
    void one(Context ctx) {
        Problems.json(ctx, SubscriptionJson.write(subscription(ctx)));
    }

    /** {@code DELETE /subscriptions/{number}}: nothing more is sent for it. */
    void end(Context ctx) {
        subscriptions.end(subscription(ctx));
        ctx.status(204);
    }

    private Subscription subscription(Context ctx) {
        String number = ctx.pathParam("number");
        return (number.matches("\\d{1,18}")
                        ? subscriptions.find(Long.parseLong(number))
                        : Optional.<Subscription>empty())
                .orElseThrow(() -> new NotFoundResponse("there is no subscription " + number));
    }

    /** Strings and lists of strings, as a form has them. */
    private static Map<String, List<String>> fields(JsonNode body) {
        Map<String, List<String>> fields = new HashMap<>();
        body.properties().forEach(property -> {
            List<String> values = new ArrayList<>();
            JsonNode value = property.getValue();
            if (value.isArray()) {
                value.forEach(one -> values.add(one.asString("")));
            } else if (value.isString()) {
                values.add(value.asString());
            }
            fields.put(property.getKey(), values);
        });
        return fields;
    }
}
