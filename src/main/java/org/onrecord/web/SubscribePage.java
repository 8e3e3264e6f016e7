package org.onrecord.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Pace;
import org.onrecord.digest.Letter;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.ChoiceReader;
import org.onrecord.subscription.SubscriptionException;
import org.onrecord.subscription.Subscriptions;

/** {@code GET /subscribe} and its form: what a reader would get, and the asking for it. */
final class SubscribePage {
    /** Whoever asks for more mails an hour is somebody else's nuisance. */
    private static final int ASKED_PER_HOUR = 20;

    private final Subscriptions subscriptions;
    private final ChoiceReader reader;
    private final ChoiceForm.Offers offers;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;
    private final Pace pace;

    SubscribePage(
            Subscriptions subscriptions,
            ChoiceReader reader,
            ChoiceForm.Offers offers,
            Templates templates,
            Posted posted,
            FormGuard guard,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.offers = offers;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
        this.pace = Pace.perHour(ASKED_PER_HOUR, clock);
    }

    /**
     * What the template shows.
     *
     * @param preview what would be sent; null before somebody asks
     * @param problems why nothing can be sent or previewed
     * @param asked the address that a mail went to, if it takes one; null before
     */
    record View(
            Frame frame,
            String token,
            ChoiceForm form,
            @Nullable ChoicePreview preview,
            List<String> problems,
            @Nullable String asked) {
        View {
            problems = List.copyOf(problems);
        }
    }

    void form(Context ctx) {
        String query = ctx.queryParam("q");
        show(ctx, ChoiceForm.empty(offers, query == null ? "" : query), null, List.of(), null);
    }

    /** Previews, or asks the reader to confirm. */
    void act(Context ctx) {
        Map<String, List<String>> fields = posted.fields(ctx);
        guard.check(ctx, Posted.last(fields, FormGuard.FIELD));
        ChoiceForm form = ChoiceForm.of(offers, fields);
        try {
            Choice choice = reader.read(fields);
            if (Posted.last(fields, "do").equals("preview")) {
                List<String> problems = subscriptions.problems(choice);
                show(ctx, form, problems.isEmpty() ? preview(choice) : null, problems, null);
                return;
            }
            Duration wait = pace.ask(Visitor.of(ctx).key());
            if (wait.isPositive()) {
                throw Door.tooOften(ctx, wait, "too many subscriptions from you");
            }
            subscriptions.ask(form.email(), choice);
            show(ctx, form, null, List.of(), form.email());
        } catch (SubscriptionException e) {
            ctx.status(422);
            show(ctx, form, null, e.problems(), null);
        }
    }

    private ChoicePreview preview(Choice choice) {
        return ChoicePreview.of(subscriptions, choice);
    }

    /** The mail as a mail program shows it: a page of its own, that runs and loads nothing. */
    void html(Context ctx) {
        Map<String, List<String>> fields = posted.fields(ctx);
        guard.check(ctx, Posted.last(fields, FormGuard.FIELD));
        try {
            showHtml(ctx, subscriptions.preview(reader.read(fields)));
        } catch (SubscriptionException e) {
            ctx.status(422);
            show(ctx, ChoiceForm.of(offers, fields), null, e.problems(), null);
        }
    }

    static void showHtml(Context ctx, Letter letter) {
        ctx.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'")
                .header("Cache-Control", "no-store")
                .html(letter.html());
    }

    private void show(
            Context ctx,
            ChoiceForm form,
            @Nullable ChoicePreview preview,
            List<String> problems,
            @Nullable String asked) {
        templates.show(
                ctx,
                "subscribe",
                new View(
                        templates.frame("Subscribe", Section.SUBSCRIBE),
                        guard.token(ctx),
                        form,
                        preview,
                        problems,
                        asked));
        ctx.header("Cache-Control", "no-store");
    }
}
