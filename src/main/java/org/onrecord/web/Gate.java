package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Stands before every route: sets the security headers, and refuses requests under a name that is not ours and in methods
 * that no route has.
 *
 * <p>The name matters on loopback, where a foreign page could reach us under its own name by pointing that at 127.0.0.1.
 */
final class Gate implements Handler {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"
                    + " data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final WebSettings settings;

    Gate(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public void handle(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                // With no-referrer, browsers would hide the origin of our own forms from us too.
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (Visitor.of(ctx, settings.proxy()).https()) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (!METHODS.contains(ctx.req().getMethod())) {
            throw new MethodNotAllowedResponse(
                    "pages are read with GET and forms sent with POST",
                    Map.of("Allow", "GET, HEAD, POST, PUT, DELETE"));
        }
        String host = ctx.header("Host");
        if (!isOurName(host == null ? "" : host)) {
            throw new HttpResponseException(
                    421, "this server is not " + host + "; add the name to web.names if it should be", Map.of());
        }
    }

    private boolean isOurName(String host) {
        String name = host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
        return settings.answersTo(name);
    }
}
