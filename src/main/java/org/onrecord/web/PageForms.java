package org.onrecord.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The other forms of pages: {@code .json} behind the address of a page gives what the API gives for it, under the same query.
 * The search page, whose address has no name, is called after what it lists: {@code /search.json}, {@code /statements.json}.
 */
final class PageForms {
    private static final String JSON = "application/json";

    private PageForms() {}

    /** The routes; they come before those of the pages, whose ids would take the suffix for a part of theirs. */
    static void route(RoutesConfig routes, Api api) {
        routes.get("/search.json", api::articles);
        routes.get("/statements.json", api::statements);
        routes.get("/events.json", api::events);
        routes.get("/figures.json", api::figures);
        routes.get("/article/{id}.json", api::article);
        routes.get("/actor/{id}.json", api::actor);
        routes.get("/issue/{id}.json", api::issue);
    }

    /** The forms of a page about one thing. */
    static List<PageForm> of(Context ctx) {
        return List.of(json(ctx.path(), ctx.queryString()));
    }

    /** The forms of a page that lists answers. */
    static List<PageForm> of(Question question) {
        String name = name(question);
        return name.isEmpty()
                ? List.of()
                : List.of(json(name, "q=" + Links.value(question.query().text())));
    }

    private static String name(Question question) {
        if (!question.path().equals("/")) {
            return question.path();
        }
        return switch (question.show()) {
            case ARTICLES, LIST -> "/search";
            case STATEMENTS -> "/statements";
            case STORIES -> "";
        };
    }

    private static PageForm json(String path, @Nullable String query) {
        return new PageForm("JSON", JSON, path + ".json" + (query == null || query.isEmpty() ? "" : "?" + query));
    }
}
