package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.QueryException;
import org.onrecord.state.Webhook;
import org.onrecord.webhook.WebhookException;
import org.onrecord.webhook.Webhooks;

/** {@code GET /webhooks} and its forms. */
final class WebhooksPage {
    private final Webhooks webhooks;
    private final Clock clock;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    WebhooksPage(Webhooks webhooks, Clock clock, Templates templates, Posted posted, FormGuard guard) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /** A webhook; {@code off} when it was switched off, and {@code state} says why. */
    record Row(long number, String name, String url, String query, String state, boolean off) {}

    /**
     * What the template shows.
     *
     * @param secret of the webhook that was just added; null otherwise
     * @param told how a test went; null otherwise
     * @param wrong why none could be added; null otherwise
     */
    record View(
            Frame frame,
            String token,
            List<Row> rows,
            String name,
            String url,
            String query,
            @Nullable String secret,
            @Nullable String told,
            @Nullable String wrong) {
        View {
            rows = List.copyOf(rows);
        }
    }

    void list(Context ctx) {
        String query = ctx.queryParam("q");
        show(ctx, Map.of("query", query == null ? "" : query), null, null, null);
    }

    void add(Context ctx) {
        Map<String, String> form = checked(ctx);
        try {
            Webhook added = webhooks.add(
                    form.getOrDefault("name", ""), form.getOrDefault("url", ""), form.getOrDefault("query", ""));
            show(ctx, Map.of(), added.secret(), null, null);
            ctx.header("Cache-Control", "no-store");
        } catch (WebhookException | QueryException e) {
            ctx.status(422);
            show(ctx, form, null, null, e.getMessage());
        }
    }

    void test(Context ctx) {
        Optional<Webhook> webhook = named(checked(ctx));
        show(
                ctx,
                Map.of(),
                null,
                webhook.map(known -> webhooks.test(known)
                                .map(reason -> known.name() + " did not take the message: " + reason)
                                .orElse(known.name() + " took the message"))
                        .orElse("that webhook is gone"),
                null);
    }

    void enable(Context ctx) {
        named(checked(ctx)).ifPresent(webhook -> webhooks.enable(webhook.number()));
        ctx.redirect("/webhooks", HttpStatus.SEE_OTHER);
    }

    void remove(Context ctx) {
        named(checked(ctx)).ifPresent(webhook -> webhooks.remove(webhook.number()));
        ctx.redirect("/webhooks", HttpStatus.SEE_OTHER);
    }

    private Map<String, String> checked(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        return form;
    }

    private Optional<Webhook> named(Map<String, String> form) {
        String number = form.getOrDefault("number", "");
        return number.matches("\\d{1,18}") ? webhooks.find(Long.parseLong(number)) : Optional.empty();
    }

    private void show(
            Context ctx,
            Map<String, String> form,
            @Nullable String secret,
            @Nullable String told,
            @Nullable String wrong) {
        Instant now = clock.instant();
        templates.show(
                ctx,
                "webhooks",
                new View(
                        templates.frame("Webhooks", null).with(PageForms.ofList("/webhooks", null)),
                        guard.token(ctx),
                        webhooks.all().stream()
                                .map(webhook -> row(webhook, now))
                                .toList(),
                        form.getOrDefault("name", ""),
                        form.getOrDefault("url", ""),
                        form.getOrDefault("query", ""),
                        secret,
                        told,
                        wrong));
    }

    private static Row row(Webhook webhook, Instant now) {
        String state = webhook.disabledAt() != null
                ? "off: " + webhook.disabledReason()
                : webhook.failingSince() != null
                        ? "failing since "
                                + SourcesPage.moment(webhook.failingSince(), now)
                                        .distance()
                        : "on";
        return new Row(
                webhook.number(),
                webhook.name(),
                webhook.url().toString(),
                webhook.query(),
                state,
                webhook.disabledAt() != null);
    }
}
