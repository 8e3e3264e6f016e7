package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code q limit offset cursor sort facets} of an API address, and writes a page of answers with the way to the next. */
final class ApiPaging {
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 1_000;
    private static final int FARTHEST = 10_000;

    private ApiPaging() {}

    static SearchRequest request(Context ctx) {
        String query = ctx.queryParam("q") == null ? "" : ctx.queryParam("q");
        int limit = number(ctx, "limit", USUAL_LIMIT, 1, MOST);
        int offset = number(ctx, "offset", 0, 0, FARTHEST);
        String cursor = ctx.queryParam("cursor");
        if (cursor != null && offset > 0) {
            throw new BadRequestResponse("a list goes on from an offset or a cursor, not from both");
        }
        return new SearchRequest(
                query, sort(ctx, query), offset, limit, "true".equals(ctx.queryParam("facets")), cursor);
    }

    static <T> void answer(Context ctx, SearchRequest request, Hits<T> hits, Function<T, ObjectNode> form) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("query", request.query());
        json.put("total", hits.total());
        json.put("offset", request.offset());
        ArrayNode answers = json.putArray("hits");
        hits.hits().forEach(hit -> answers.add(form.apply(hit)));
        if (request.facets()) {
            json.set("facets", HitJson.write(hits.facets()));
            json.set("over_time", hits.overTime() == null ? null : HitJson.write(hits.overTime()));
        }
        if (hits.nothingFound() != null) {
            json.set("nothing_found", HitJson.write(hits.nothingFound()));
        }
        json.put("next", next(ctx, request, hits));
        Problems.json(ctx, json);
    }

    /** Where the next page is: by a cursor, so that articles which come in meanwhile repeat and hide none. */
    private static @Nullable String next(Context ctx, SearchRequest request, Hits<?> hits) {
        if (hits.next() == null) {
            return null;
        }
        return ctx.path() + "?q=" + Links.value(request.query()) + "&sort="
                + (request.sort() == Sort.DATE ? "date" : "relevance") + "&limit=" + request.limit() + "&cursor="
                + Links.value(hits.next()) + (request.facets() ? "&facets=true" : "");
    }

    private static Sort sort(Context ctx, String query) {
        String word = ctx.queryParam("sort");
        if (word == null) {
            return query.isBlank() ? Sort.DATE : Sort.RELEVANCE;
        }
        return switch (word) {
            case "relevance" -> Sort.RELEVANCE;
            case "date" -> Sort.DATE;
            default -> throw new BadRequestResponse("sort is relevance or date, not " + word);
        };
    }

    /** A number of the address; refused with 400 when it is out of bounds. */
    static int number(Context ctx, String name, int usual, int least, int most) {
        String word = ctx.queryParam(name);
        if (word == null) {
            return usual;
        }
        if (word.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadRequestResponse(name + " is a number from " + least + " to " + most + ", not " + word);
    }
}
