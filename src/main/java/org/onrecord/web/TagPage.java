package org.onrecord.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.tag.Tagger;

/** {@code GET} and {@code POST /tag}: a box that shows what is found in a text. Nothing is stored. */
final class TagPage {
    private final Tagger tagger;
    private final Labels labels;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;
    private final Clock clock;

    TagPage(Tagger tagger, Labels labels, Templates templates, Posted posted, FormGuard guard, Clock clock) {
        this.tagger = tagger;
        this.labels = labels;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param wrong why the text could not be tagged; null when it could, or before
     * @param findings what was found; null before
     */
    record View(
            Frame frame,
            String token,
            String title,
            String published,
            String text,
            @Nullable String wrong,
            @Nullable Findings findings) {}

    /** Shows the empty box. */
    void form(Context ctx) {
        show(ctx, "", "", "", null, null);
    }

    /** Tags the text and shows what was found below it. */
    void tag(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String title = form.getOrDefault("title", "");
        String published = form.getOrDefault("published", "");
        String text = form.getOrDefault("text", "");
        Article article;
        try {
            article = HandedIn.article(title, published, text, clock);
        } catch (IllegalArgumentException e) {
            ctx.status(422);
            show(ctx, title, published, text, String.valueOf(e.getMessage()), null);
            return;
        }
        show(ctx, title, published, text, null, Findings.ofText(tagger.tag(article), labels));
    }

    private void show(
            Context ctx,
            String title,
            String published,
            String text,
            @Nullable String wrong,
            @Nullable Findings findings) {
        Frame frame = templates.frame("Tag a text", Section.TAG);
        templates.show(ctx, "tag", new View(frame, guard.token(ctx), title, published, text, wrong, findings));
    }
}
