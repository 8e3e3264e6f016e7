package org.onrecord.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Caller;
import org.onrecord.hash.Sha256;

/**
 * After every route: gives what was read a tag by its content, and leaves the content out when the caller has it
 * (RFC 9110, section 13). What needs a log-in is for nobody's shared cache.
 */
final class Conditional {
    private static final int TAG_DIGITS = 32;

    private Conditional() {}

    static void after(Context ctx) {
        String method = ctx.req().getMethod();
        boolean reading = method.equals("GET") || method.equals("HEAD");
        if ("no-cache".equals(ctx.res().getHeader("Cache-Control"))
                && Door.caller(ctx).kind() != Caller.Kind.LOCAL) {
            ctx.header("Cache-Control", "private, no-cache");
        }
        if (!reading
                || ctx.status().getCode() != 200
                || !(ctx.resultInputStream() instanceof ByteArrayInputStream body)) {
            return;
        }
        String tag = ctx.res().getHeader("ETag");
        if (tag == null) {
            tag = tagOf(body);
            ctx.header("ETag", tag);
        }
        if (isKnown(ctx, tag)) {
            ctx.status(304).result(new byte[0]);
        }
    }

    /** A moment as HTTP writes it. */
    static String httpDate(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static boolean isKnown(Context ctx, String tag) {
        @Nullable String known = ctx.header("If-None-Match");
        if (known != null) {
            return Arrays.stream(known.split(","))
                    .map(String::strip)
                    .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                    .anyMatch(one -> one.equals(tag) || one.equals("*"));
        }
        @Nullable String since = ctx.header("If-Modified-Since");
        @Nullable String modified = ctx.res().getHeader("Last-Modified");
        return since != null && modified != null && !isAfter(modified, since);
    }

    private static boolean isAfter(String modified, String since) {
        try {
            return ZonedDateTime.parse(modified, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private static String tagOf(ByteArrayInputStream body) {
        byte[] bytes = body.readAllBytes();
        body.reset();
        return "\"" + Sha256.hex(bytes).substring(0, TAG_DIGITS) + "\"";
    }
}
