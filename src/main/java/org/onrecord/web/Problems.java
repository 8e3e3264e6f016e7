package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.search.CursorException;
import org.onrecord.search.QueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers requests that cannot be served: a page for people, problem details (RFC 9457) for programs. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Pattern FOR_PROGRAMS = Pattern.compile("\\.(?:json|jsonl|csv|atom)$");

    private final Templates templates;

    Problems(Templates templates) {
        this.templates = templates;
    }

    /** What the template shows. */
    record View(Frame frame, int status, String title, String detail) {}

    /** A request that was refused on purpose. */
    void refused(HttpResponseException refusal, Context ctx) {
        String detail = refusal.getMessage();
        answer(ctx, refusal.getStatus(), detail == null || detail.isEmpty() ? title(refusal.getStatus()) : detail);
    }

    /** A query that cannot be answered; pages with a query box show it there. */
    void wrongQuery(QueryException wrong, Context ctx) {
        if (isForPeople(ctx)) {
            answer(ctx, 400, String.valueOf(wrong.getMessage()));
            return;
        }
        ObjectNode problem = problem(400, "The query is wrong", String.valueOf(wrong.getMessage()));
        problem.put("position", wrong.position());
        problem.put("repaired", wrong.repaired().orElse(null));
        send(ctx, 400, problem);
    }

    /** A cursor from which no list goes on: 410 when it was right once. */
    void wrongCursor(CursorException wrong, Context ctx) {
        answer(ctx, wrong.isStale() ? 410 : 400, String.valueOf(wrong.getMessage()));
    }

    /** A defect: logged with a number that the reader sees too. */
    void failed(Exception defect, Context ctx) {
        String number = UUID.randomUUID().toString();
        LOG.error("request {} failed: {} {}", number, ctx.method(), ctx.path(), defect);
        answer(ctx, 500, "something went wrong here; the log has the details under " + number);
    }

    private void answer(Context ctx, int status, String detail) {
        if (isForPeople(ctx)) {
            ctx.status(status);
            templates.show(
                    ctx, "problem", new View(templates.frame(title(status), null), status, title(status), detail));
        } else {
            send(ctx, status, problem(status, title(status), detail));
        }
    }

    /** Programs ask the API, or for pages and feeds with an ending of their own. */
    private static boolean isForPeople(Context ctx) {
        return !ctx.path().startsWith("/api/")
                && !FOR_PROGRAMS.matcher(ctx.path()).find()
                && wantsHtml(ctx);
    }

    /** Answers with a JSON document. */
    static void json(Context ctx, JsonNode json) {
        ctx.contentType("application/json")
                .header("Cache-Control", "no-cache")
                .result(Json.MAPPER.writeValueAsBytes(json));
    }

    private static void send(Context ctx, int status, ObjectNode problem) {
        json(ctx, problem);
        ctx.status(status).contentType("application/problem+json");
    }

    private static ObjectNode problem(int status, String title, String detail) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    /** Whether a page is a better answer than JSON. */
    static boolean wantsHtml(Context ctx) {
        @Nullable String accept = ctx.header("Accept");
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This request makes no sense";
            case 401 -> "Log in first";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Not possible this way";
            case 413 -> "Too large";
            case 415 -> "Wrong kind of content";
            case 421 -> "Wrong address";
            case 422 -> "Cannot be done with this";
            case 429 -> "Too often";
            default -> status < 500 ? "Refused" : "Something went wrong";
        };
    }
}
