package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Unsubscribing;
import org.onrecord.access.Unsubscribing.Subscription;
import org.onrecord.subscription.Subscriptions;

/**
 * {@code /unsubscribe/TOKEN}, where the mails of a digest lead. Looking at it changes nothing, because programs that check
 * links look too; a POST unsubscribes, whether a reader pressed the button here or a mail program did it (RFC 8058: one
 * click, without cookies, whatever the body says).
 */
final class UnsubscribePage {
    private final Unsubscribing unsubscribing;
    private final Subscriptions subscriptions;
    private final Templates templates;

    UnsubscribePage(Unsubscribing unsubscribing, Subscriptions subscriptions, Templates templates) {
        this.unsubscribing = unsubscribing;
        this.subscriptions = subscriptions;
        this.templates = templates;
    }

    /**
     * What the template shows.
     *
     * @param changing the end of the address where the reader changes it; null for what the reader did not choose
     */
    record View(
            Frame frame,
            String token,
            Subscription subscription,
            boolean left,
            @Nullable String changing) {}

    void show(Context ctx) {
        Subscription subscription = subscription(ctx);
        show(ctx, subscription, unsubscribing.hasLeft(subscription));
    }

    void leave(Context ctx) {
        Subscription subscription = subscription(ctx);
        unsubscribing.leave(subscription, "by the link in a mail");
        show(ctx, subscription, true);
    }

    void comeBack(Context ctx) {
        Subscription subscription = subscription(ctx);
        unsubscribing.comeBack(subscription);
        show(ctx, subscription, false);
    }

    private Subscription subscription(Context ctx) {
        return unsubscribing
                .read(ctx.pathParam("token"))
                .orElseThrow(() -> new NotFoundResponse(
                        "this address is not whole: copy it again from the mail, up to its last letter"));
    }

    private void show(Context ctx, Subscription subscription, boolean left) {
        String title = left ? "Unsubscribed" : "Unsubscribe";
        templates.show(
                ctx,
                "unsubscribe",
                new View(
                        templates.frame(title, null),
                        ctx.pathParam("token"),
                        subscription,
                        left,
                        subscriptions
                                .changingToken(subscription.address(), subscription.digest())
                                .orElse(null)));
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Robots-Tag", "noindex");
    }
}
