package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Issue;
import org.onrecord.article.NewText;
import org.onrecord.article.TaggedArticle;
import org.onrecord.json.ArticleVersionJson;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.HitJson;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.Stance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1}: what the pages show, for programs. One method for each address. */
final class Api {
    private final WebParts parts;
    private final Labels labels;
    private final Posted posted;

    Api(WebParts parts, Labels labels, Posted posted) {
        this.parts = parts;
        this.labels = labels;
        this.posted = posted;
    }

    /** {@code GET /search}: articles. */
    void articles(Context ctx) {
        SearchRequest request = ApiPaging.request(ctx);
        ApiPaging.answer(ctx, request, search().articles(request), HitJson::write);
    }

    /** {@code GET /statements}. */
    void statements(Context ctx) {
        SearchRequest request = ApiPaging.request(ctx);
        ApiPaging.answer(ctx, request, search().statements(request), HitJson::write);
    }

    /** {@code GET /events}. */
    void events(Context ctx) {
        SearchRequest request = ApiPaging.request(ctx);
        ApiPaging.answer(ctx, request, search().events(request), HitJson::write);
    }

    /** {@code GET /figures}. */
    void figures(Context ctx) {
        SearchRequest request = ApiPaging.request(ctx);
        ApiPaging.answer(ctx, request, search().figures(request), HitJson::write);
    }

    /** {@code GET /stories}. */
    void stories(Context ctx) {
        SearchRequest request = ApiPaging.request(ctx);
        ApiPaging.answer(ctx, request, search().stories(request), HitJson::write);
    }

    /** {@code GET /actors}: who is on record, most often first, narrowed by {@code name}. */
    ShortList actors() {
        return new ShortList(
                "/actors",
                List.of("id", "name", "kind", "role", "affiliation", "country", "articles"),
                ctx -> ActorsPage.onRecord(search(), labels, ActorsPage.filter(ctx)).stream()
                        .map(count -> described(new ActorId(count.value())).put("articles", count.count()))
                        .toList());
    }

    /** {@code GET /issues}: the questions on which actors take sides, and how many stand where. */
    ShortList issues() {
        return new ShortList(
                "/issues",
                List.of("id", "name", "proposition", "for", "against", "unclear"),
                ctx -> parts.registry().issues().stream().map(this::counted).toList());
    }

    /** {@code GET /articles/{id}}: a tagged article; its text is null when the source does not let us show it. */
    void article(Context ctx) {
        TaggedArticle tagged = ArticlePage.find(search(), ctx.pathParam("id"));
        ObjectNode json = TaggedArticleJson.write(tagged);
        if (!labels.mayShowText(tagged.article().source())) {
            json.putNull("text");
        }
        Problems.json(ctx, json);
    }

    /** {@code GET /articles/{id}/history}: its versions, oldest first, and the articles with its text, earliest first. */
    void history(Context ctx) {
        Article article = ArticlePage.find(search(), ctx.pathParam("id")).article();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.set(
                "versions",
                ArticleVersionJson.write(parts.history().apply(article.id()), labels.mayShowText(article.source())));
        ArrayNode copies = json.putArray("copies");
        search().copies(article.id()).forEach(copy -> copies.add(HitJson.write(copy)));
        Problems.json(ctx, json);
    }

    /** {@code GET /actors/{id}}: who it is, and its ledger. */
    void actor(Context ctx) {
        ActorId id = ActorPage.idOf(ctx);
        Optional<Actor> actor = parts.registry().actor(id);
        List<Stance> stances = search().stancesOf(id, AsOf.day(ctx));
        if (actor.isEmpty() && stances.isEmpty()) {
            throw new NotFoundResponse("nobody is known as " + id);
        }
        ObjectNode json = described(id);
        ArrayNode aliases = json.putArray("aliases");
        actor.map(Actor::aliases).orElse(List.of()).stream().map(Alias::text).forEach(aliases::add);
        putStances(json, stances);
        Problems.json(ctx, json);
    }

    /** {@code GET /issues/{id}}: what it is about, and who stands where. */
    void issue(Context ctx) {
        Issue issue = IssuePage.find(parts.registry(), ctx);
        ObjectNode json = described(issue);
        putStances(json, search().stancesOn(issue.id(), AsOf.day(ctx)));
        Problems.json(ctx, json);
    }

    /**
     * {@code POST /tag}: an object with {@code text} and perhaps {@code title}, {@code published} and {@code actor}, or a plain
     * text. Nothing is kept.
     */
    void tag(Context ctx) {
        NewText text = handedIn(ctx);
        Problems.json(
                ctx,
                TaggedArticleJson.write(
                        parts.tagger().tag(text.article(parts.clock().instant()))));
    }

    /** {@code POST /articles}: as {@link #tag}, and keeps it, to be found and mailed like any article. */
    void keep(Context ctx) {
        ArticleId id = parts.keep().apply(handedIn(ctx));
        new ShownSoon(parts.catchUp()).show();
        Problems.json(ctx, Json.MAPPER.createObjectNode().put("id", id.value()));
        ctx.status(201).header("Location", "/api/v1/articles/" + id);
    }

    private NewText handedIn(Context ctx) {
        JsonNode body = posted.isPlainText(ctx)
                ? Json.MAPPER.createObjectNode().put("text", posted.plainText(ctx))
                : posted.json(ctx);
        try {
            return HandedIn.text(
                    Posted.string(body, "title"),
                    Posted.string(body, "published"),
                    Posted.string(body, "actor"),
                    Posted.string(body, "text"),
                    parts.registry());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode described(ActorId id) {
        Optional<Actor> actor = parts.registry().actor(id);
        return Json.MAPPER
                .createObjectNode()
                .put("id", id.value())
                .put("name", labels.actor(id))
                .put("kind", actor.map(known -> known.kind().label()).orElse(null))
                .put("role", actor.map(Actor::role).orElse(null))
                .put(
                        "affiliation",
                        actor.map(Actor::affiliation).map(ActorId::value).orElse(null))
                .put("country", actor.map(Actor::country).map(ActorId::value).orElse(null));
    }

    private ObjectNode counted(Issue issue) {
        IssuesPage.Sides sides = IssuesPage.Sides.of(issue, search());
        return described(issue)
                .put("for", sides.supporting())
                .put("against", sides.opposed())
                .put("unclear", sides.unclear());
    }

    private static ObjectNode described(Issue issue) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", issue.id().value())
                .put("name", issue.name())
                .put("proposition", issue.proposition());
    }

    private ArticleSearch search() {
        return parts.search();
    }

    private void putStances(ObjectNode json, List<Stance> stances) {
        ArrayNode ledger = json.putArray("stances");
        stances.forEach(stance -> ledger.add(HitJson.write(stance, search())));
    }
}
