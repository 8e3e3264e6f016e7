package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.onrecord.access.LogIns;

/**
 * The cookie of a browser that is logged in. Under https its name makes browsers refuse it from anybody but us
 * (RFC 6265bis, {@code __Host-}).
 */
final class SessionCookie {
    private static final String NAME = "onrecord-session";

    private SessionCookie() {}

    static Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(name(ctx)));
    }

    static void set(Context ctx, String secret) {
        put(ctx, secret, Math.toIntExact(LogIns.LONGEST.toSeconds()));
    }

    static void remove(Context ctx) {
        put(ctx, "", 0);
    }

    private static void put(Context ctx, String value, int seconds) {
        ctx.cookie(new Cookie(name(ctx), value, "/", seconds, Visitor.isHttps(ctx), true, null, SameSite.LAX));
    }

    private static String name(Context ctx) {
        return Visitor.isHttps(ctx) ? "__Host-" + NAME : NAME;
    }
}
