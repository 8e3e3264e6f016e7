package org.onrecord.subscription;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A subscription as JSON: {@code number email state asked confirmed} and the choice's own keys. */
public final class SubscriptionJson {
    private SubscriptionJson() {}

    public static ObjectNode write(Subscription subscription) {
        ObjectNode json = ChoiceJson.write(subscription.choice());
        json.put("number", subscription.number());
        json.put("email", subscription.address());
        json.put("state", subscription.state().name().toLowerCase(Locale.ROOT));
        json.put("asked", subscription.askedAt().toString());
        json.put(
                "confirmed",
                subscription.confirmedAt() == null
                        ? null
                        : subscription.confirmedAt().toString());
        return json;
    }
}
