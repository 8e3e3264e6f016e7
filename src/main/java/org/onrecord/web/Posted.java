package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads bodies of requests up to a limit, whether or not their length is announced. */
final class Posted {
    /** Refuses a name that an object has twice: readers differ in which value counts (RFC 8259, section 4). */
    private static final ObjectReader STRICT =
            Json.MAPPER.readerFor(JsonNode.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private final int limit;

    Posted(int limit) {
        this.limit = limit;
    }

    /** The fields of an HTML form, of repeated ones the last. */
    Map<String, String> form(Context ctx) {
        requireType(ctx, "application/x-www-form-urlencoded");
        Map<String, String> fields = new HashMap<>();
        fields(ctx).forEach((name, values) -> fields.put(name, values.getLast()));
        return fields;
    }

    /** The fields of an HTML form with all their values, in their order. */
    Map<String, List<String>> fields(Context ctx) {
        requireType(ctx, "application/x-www-form-urlencoded");
        Map<String, List<String>> fields = new HashMap<>();
        for (String pair : text(ctx).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** The last value of a field; empty when there is none. */
    static String last(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }

    /** A JSON object, in which no name stands twice. */
    JsonNode json(Context ctx) {
        requireType(ctx, "application/json");
        JsonNode json;
        try {
            json = STRICT.readTree(text(ctx));
        } catch (JacksonException e) {
            throw new BadRequestResponse("the body cannot be read as JSON: " + Json.problem(e));
        }
        if (!json.isObject()) {
            throw new BadRequestResponse("the body is no JSON object");
        }
        return json;
    }

    boolean isPlainText(Context ctx) {
        return isType(ctx, "text/plain");
    }

    /** A text in UTF-8. */
    String plainText(Context ctx) {
        requireType(ctx, "text/plain");
        return text(ctx);
    }

    /** A field of a JSON object that is a string; empty where it is missing or null. */
    static String string(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw new BadRequestResponse("\"" + field + "\" must be a string");
        }
        return value.asString();
    }

    private String text(Context ctx) {
        if (ctx.req().getContentLengthLong() > limit) {
            throw tooLarge();
        }
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                throw tooLarge();
            }
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the body of " + ctx.path() + " broke off", e);
        }
    }

    private ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("the body may have at most " + limit + " bytes");
    }

    private static void requireType(Context ctx, String type) {
        if (!isType(ctx, type)) {
            throw new UnsupportedMediaTypeResponse("the body must be " + type);
        }
    }

    private static boolean isType(Context ctx, String type) {
        String given = ctx.req().getContentType();
        return given != null
                && given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("the form is not encoded as a form: " + e.getMessage());
        }
    }
}
