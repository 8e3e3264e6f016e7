package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.NewText;
import org.onrecord.article.TaggedArticle;

/** {@code /tag}: a box that shows what is found in a text or in the words of one actor, and keeps it when asked to. */
final class TagPage {
    private final WebParts parts;
    private final ShownSoon shown;
    private final Labels labels;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    TagPage(WebParts parts, Labels labels, Templates templates, Posted posted, FormGuard guard) {
        this.parts = parts;
        this.shown = new ShownSoon(parts.catchUp());
        this.labels = labels;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /** What is in the fields. */
    record Fields(String title, String published, String actor, String text) {
        static Fields of(Map<String, String> form) {
            return new Fields(
                    form.getOrDefault("title", ""),
                    form.getOrDefault("published", ""),
                    form.getOrDefault("actor", ""),
                    form.getOrDefault("text", ""));
        }
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
            Fields fields,
            @Nullable String wrong,
            @Nullable Findings findings) {}

    private interface Deed {
        void with(NewText text);
    }

    /** {@code GET /tag}: the empty box. */
    void form(Context ctx) {
        show(ctx, Fields.of(Map.of()), null, null);
    }

    /** {@code POST /tag}: shows below the box what was found. */
    void tag(Context ctx) {
        Fields fields = fields(ctx);
        with(ctx, fields, text -> {
            TaggedArticle tagged = parts.tagger().tag(text.article(parts.clock().instant()));
            show(ctx, fields, null, Findings.ofText(tagged, labels));
        });
    }

    /** {@code POST /tag/keep}: archives and indexes the text, and goes to its page. */
    void keep(Context ctx) {
        with(ctx, fields(ctx), text -> {
            ArticleId id = parts.keep().apply(text);
            shown.show();
            ctx.redirect(Links.article(id), HttpStatus.SEE_OTHER);
        });
    }

    private Fields fields(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        return Fields.of(form);
    }

    private void with(Context ctx, Fields fields, Deed deed) {
        NewText text;
        try {
            text = HandedIn.text(fields.title(), fields.published(), fields.actor(), fields.text(), parts.registry());
        } catch (IllegalArgumentException e) {
            ctx.status(422);
            show(ctx, fields, String.valueOf(e.getMessage()), null);
            return;
        }
        deed.with(text);
    }

    private void show(Context ctx, Fields fields, @Nullable String wrong, @Nullable Findings findings) {
        Frame frame = templates.frame("Tag a text", Section.TAG);
        templates.show(ctx, "tag", new View(frame, guard.token(ctx), fields, wrong, findings));
    }
}
