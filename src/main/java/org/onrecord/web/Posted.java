package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.onrecord.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads bodies of requests up to a limit, whether or not their length is announced. */
final class Posted {
    private final int limit;

    Posted(int limit) {
        this.limit = limit;
    }

    /** The fields of an HTML form, of repeated ones the last. */
    Map<String, String> form(Context ctx) {
        requireType(ctx, "application/x-www-form-urlencoded");
        Map<String, String> fields = new HashMap<>();
        for (String pair : text(ctx).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    /** A JSON object. */
    JsonNode json(Context ctx) {
        requireType(ctx, "application/json");
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(text(ctx));
        } catch (JacksonException e) {
            throw new BadRequestResponse("the body is no JSON: " + e.getOriginalMessage());
        }
        if (!json.isObject()) {
            throw new BadRequestResponse("the body is no JSON object");
        }
        return json;
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
        String given = ctx.req().getContentType();
        if (given == null
                || !given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(type)) {
            throw new UnsupportedMediaTypeResponse("the body must be " + type);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("the form is not encoded as a form: " + e.getMessage());
        }
    }
}
