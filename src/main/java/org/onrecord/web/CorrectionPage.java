package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Issue;
import org.onrecord.article.Mention;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.CorrectionException;
import org.onrecord.correction.Corrections;
import org.onrecord.correction.TypedVerdict;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;

/** {@code /correct/{article}}: the form by which a person says what is right about a statement, or adds one that was missed. */
final class CorrectionPage {
    private final ArticleSearch search;
    private final Registry registry;
    private final Corrections corrections;
    private final ShownSoon shown;
    private final Labels labels;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    CorrectionPage(WebParts parts, Labels labels, Templates templates, Posted posted, FormGuard guard) {
        this.search = parts.search();
        this.registry = parts.registry();
        this.corrections = parts.corrections();
        this.shown = new ShownSoon(parts.catchUp());
        this.labels = labels;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /**
     * What is in the fields.
     *
     * @param place the statement's place, such as {@code 120-180}; empty to add one
     * @param words the words of the statement
     * @param source the words that name its speaker
     */
    record Fields(String place, String words, String source, String speaker, String act, String stance, String note) {}

    /** A choice of the form. */
    record Choice(String value, String name) {}

    /**
     * What the template shows.
     *
     * @param actors whom the article names, as suggestions
     * @param wrong why it could not be written down; null when it could, or before
     */
    record View(
            Frame frame,
            String token,
            String title,
            String articleHref,
            Fields fields,
            List<Choice> actors,
            List<String> acts,
            List<Choice> stances,
            @Nullable String wrong) {}

    /** {@code GET /correct/{article}} with {@code at} and {@code source}; without them, the form that adds a statement. */
    void form(Context ctx) {
        TaggedArticle article = ArticlePage.find(search, ctx.pathParam("article"));
        String at = Optional.ofNullable(ctx.queryParam("at")).orElse("");
        String source = Optional.ofNullable(ctx.queryParam("source")).orElse("");
        Fields fields = article.statements().stream()
                .filter(statement ->
                        place(statement).equals(at) && statement.source().equals(source))
                .findFirst()
                .map(CorrectionPage::fields)
                .orElse(new Fields("", "", "", "", "", "", ""));
        show(ctx, article, fields, null);
    }

    /** {@code POST /correct/{article}}: writes the correction down, and goes back to the article. */
    void save(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        TaggedArticle article = ArticlePage.find(search, ctx.pathParam("article"));
        Fields fields = new Fields(
                form.getOrDefault("place", ""),
                form.getOrDefault("words", ""),
                form.getOrDefault("source", ""),
                form.getOrDefault("speaker", ""),
                form.getOrDefault("act", ""),
                form.getOrDefault("stance", ""),
                form.getOrDefault("note", ""));
        try {
            corrections.add(
                    article,
                    fields.place().isEmpty() ? fields.words() : fields.place(),
                    fields.source(),
                    new TypedVerdict(fields.speaker(), fields.act(), fields.stance(), !form.containsKey("wrong")),
                    fields.note());
        } catch (CorrectionException e) {
            ctx.status(422);
            show(ctx, article, fields, e.getMessage());
            return;
        }
        shown.show();
        ctx.redirect(
                Links.article(article.article().id())
                        + (fields.place().isEmpty() || form.containsKey("wrong") ? "" : "#s" + fields.place()),
                HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, TaggedArticle article, Fields fields, @Nullable String wrong) {
        ArticleId id = article.article().id();
        String doing = fields.place().isEmpty() ? "Add a statement" : "Correct a statement";
        templates.show(
                ctx,
                "correct",
                new View(
                        templates.frame(doing, null),
                        guard.token(ctx),
                        ArticleLine.titleOf(article.article().title()),
                        Links.article(id),
                        fields,
                        actors(article),
                        Corrections.acts(),
                        registry.issues().stream()
                                .flatMap(CorrectionPage::stances)
                                .toList(),
                        wrong));
    }

    private List<Choice> actors(TaggedArticle article) {
        return Stream.concat(
                        article.mentions().stream().map(Mention::actor),
                        article.statements().stream()
                                .map(Statement::speaker)
                                .filter(Objects::nonNull)
                                .map(Speaker::actor))
                .filter(Objects::nonNull)
                .distinct()
                .map(actor -> new Choice(actor.value(), labels.actor(actor)))
                .toList();
    }

    private static Stream<Choice> stances(Issue issue) {
        return Stream.of("for", "against").map(side -> new Choice(issue.id() + ":" + side, side + " " + issue.name()));
    }

    private static Fields fields(Statement statement) {
        Speaker speaker = statement.speaker();
        ActorId actor = speaker == null ? null : speaker.actor();
        Stand stand = statement.stand();
        return new Fields(
                place(statement),
                statement.content().text(),
                statement.source(),
                actor == null ? TypedVerdict.NOBODY : actor.value(),
                statement.deed(),
                stand.issue() == null
                        ? "none"
                        : stand.issue() + ":" + stand.position().label(),
                "");
    }

    private static String place(Statement statement) {
        return statement.content().start() + "-" + statement.content().end();
    }
}
