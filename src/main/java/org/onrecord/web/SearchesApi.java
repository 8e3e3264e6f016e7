package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.onrecord.json.Json;
import org.onrecord.search.SavedSearchException;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.SavedSearch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/searches}: the saved searches. */
final class SearchesApi {
    private final SavedSearches saved;
    private final Posted posted;

    SearchesApi(SavedSearches saved, Posted posted) {
        this.saved = saved;
        this.posted = posted;
    }

    /** {@code GET /searches}. */
    ShortList list() {
        return new ShortList(
                "/searches",
                List.of("id", "name", "query", "created"),
                ctx -> saved.all().stream().map(SearchesApi::write).toList());
    }

    /** {@code POST /searches}: an object with {@code name} and {@code query}; a name that is taken gets the new query. */
    void save(Context ctx) {
        JsonNode body = posted.json(ctx);
        SavedSearch search = saving(() -> saved.save(Posted.string(body, "name"), Posted.string(body, "query")));
        Problems.json(ctx, write(search));
        ctx.status(201).header("Location", "/api/v1/searches/" + search.number());
    }

    /** {@code GET /searches/{id}}. */
    void one(Context ctx) {
        Problems.json(ctx, write(search(ctx)));
    }

    /** {@code PUT /searches/{id}}: an object with a new {@code name} or {@code query}, or both. */
    void change(Context ctx) {
        SavedSearch search = search(ctx);
        JsonNode body = posted.json(ctx);
        String name = Posted.string(body, "name");
        String query = Posted.string(body, "query");
        SavedSearch renamed =
                name.isBlank() || name.equals(search.name()) ? search : saving(() -> saved.rename(search.name(), name));
        Problems.json(ctx, write(query.isBlank() ? renamed : saving(() -> saved.save(renamed.name(), query))));
    }

    /** {@code DELETE /searches/{id}}: refused while other searches use it. */
    void delete(Context ctx) {
        SavedSearch search = search(ctx);
        saving(() -> {
            saved.delete(search.name());
            return search;
        });
        ctx.status(204);
    }

    private interface Saving {
        SavedSearch run();
    }

    private static SavedSearch saving(Saving deed) {
        try {
            return deed.run();
        } catch (SavedSearchException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    private SavedSearch search(Context ctx) {
        String id = ctx.pathParam("id");
        return (id.matches("\\d{1,18}") ? saved.find(Long.parseLong(id)) : Optional.<SavedSearch>empty())
                .orElseThrow(() -> new NotFoundResponse("there is no saved search " + id));
    }

    private static ObjectNode write(SavedSearch search) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", search.number())
                .put("name", search.name())
                .put("query", search.query())
                .put("created", search.created().toString());
    }
}
