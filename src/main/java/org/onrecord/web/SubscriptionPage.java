package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.SubscriptionRow.State;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.ChoiceReader;
import org.onrecord.subscription.Subscription;
import org.onrecord.subscription.SubscriptionException;
import org.onrecord.subscription.Subscriptions;

/**
 * Where mails lead: {@code /subscription/confirm/TOKEN} confirms a subscription, {@code /subscription/TOKEN} changes or ends it.
 * Looking at either changes nothing, because programs that check links look too.
 */
final class SubscriptionPage {
    private final Subscriptions subscriptions;
    private final ChoiceReader reader;
    private final ChoiceForm.Offers offers;
    private final Templates templates;
    private final Posted posted;

    SubscriptionPage(
            Subscriptions subscriptions,
            ChoiceReader reader,
            ChoiceForm.Offers offers,
            Templates templates,
            Posted posted) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.offers = offers;
        this.templates = templates;
        this.posted = posted;
    }

    /**
     * What the template shows.
     *
     * @param link the end of the address
     * @param changing the end of the address where it can be changed; null before it is confirmed
     * @param paused whether nothing is sent for it now
     * @param preview what would be sent; null unless somebody asks
     * @param told what was done; null when nothing was
     */
    record View(
            Frame frame,
            String link,
            @Nullable String changing,
            Subscription subscription,
            String next,
            boolean paused,
            ChoiceForm form,
            @Nullable ChoicePreview preview,
            List<String> problems,
            @Nullable String told) {
        View {
            problems = List.copyOf(problems);
        }

        boolean ended() {
            return subscription.state() == State.ENDED;
        }
    }

    void confirming(Context ctx) {
        Subscription subscription = found(subscriptions.toConfirm(ctx.pathParam("token")));
        show(ctx, "confirm", subscription, ChoiceForm.of(offers, subscription.choice()), null, List.of(), null);
    }

    void confirm(Context ctx) {
        Subscription subscription = found(subscriptions.confirm(ctx.pathParam("token")));
        show(ctx, "confirm", subscription, ChoiceForm.of(offers, subscription.choice()), null, List.of(), "Confirmed");
    }

    void changing(Context ctx) {
        Subscription subscription = found(subscriptions.toChange(ctx.pathParam("token")));
        show(ctx, "subscription", subscription, ChoiceForm.of(offers, subscription.choice()), null, List.of(), null);
    }

    /** Previews, changes or ends it. */
    void change(Context ctx) {
        Subscription subscription = found(subscriptions.toChange(ctx.pathParam("token")));
        Map<String, List<String>> fields = posted.fields(ctx);
        if (Posted.last(fields, "do").equals("end")) {
            subscriptions.end(subscription);
            changedTo(ctx, subscription, "Ended: nothing more is sent");
            return;
        }
        ChoiceForm form = ChoiceForm.of(offers, fields);
        try {
            Choice choice = reader.read(fields);
            if (Posted.last(fields, "do").equals("preview")) {
                List<String> problems = subscriptions.problems(choice);
                show(
                        ctx,
                        "subscription",
                        subscription,
                        form,
                        problems.isEmpty() ? ChoicePreview.of(subscriptions, choice) : null,
                        problems,
                        null);
                return;
            }
            subscriptions.change(subscription, choice);
            changedTo(ctx, subscription, "Changed");
        } catch (SubscriptionException e) {
            ctx.status(422);
            show(ctx, "subscription", subscription, form, null, e.problems(), null);
        }
    }

    /** The mail as a mail program shows it. */
    void html(Context ctx) {
        Subscription subscription = found(subscriptions.toChange(ctx.pathParam("token")));
        Map<String, List<String>> fields = posted.fields(ctx);
        try {
            SubscribePage.showHtml(ctx, subscriptions.preview(reader.read(fields)));
        } catch (SubscriptionException e) {
            ctx.status(422);
            show(ctx, "subscription", subscription, ChoiceForm.of(offers, fields), null, e.problems(), null);
        }
    }

    private void changedTo(Context ctx, Subscription before, String told) {
        Subscription now = subscriptions.find(before.number()).orElse(before);
        show(ctx, "subscription", now, ChoiceForm.of(offers, now.choice()), null, List.of(), told);
    }

    private static Subscription found(Optional<Subscription> subscription) {
        return subscription.orElseThrow(() -> new NotFoundResponse(
                "this address is not whole, or its time is over: copy it again from the mail, or subscribe anew"));
    }

    private void show(
            Context ctx,
            String template,
            Subscription subscription,
            ChoiceForm form,
            @Nullable ChoicePreview preview,
            List<String> problems,
            @Nullable String told) {
        templates.show(
                ctx,
                template,
                new View(
                        templates.frame("Your subscription", null),
                        ctx.pathParam("token"),
                        subscription.state() == State.ASKED ? null : subscriptions.changingToken(subscription),
                        subscription,
                        ChoicePreview.next(subscriptions, subscription.choice()),
                        subscriptions.isPaused(subscription),
                        form,
                        preview,
                        problems,
                        told));
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Robots-Tag", "noindex");
    }
}
