package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Access;
import org.onrecord.access.Caller;
import org.onrecord.access.Pace;
import org.onrecord.access.Scope;

/**
 * Stands behind the gate: finds out who asks, by token, by the word of a trusted proxy or by session cookie, and lets each
 * through the routes that they have a right to. While no password is set and no proxy names people, whoever sits at this
 * machine may do everything.
 */
final class Door {
    private static final String CALLER = "caller";
    private static final String BEARER = "Bearer ";

    /** Headers that only a proxy adds: with them, a request from this machine was not made at this machine. */
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "Via");

    private final ProxySettings proxy;
    private final Access access;
    private final FormGuard guard;
    private final Pace pace;

    Door(WebSettings settings, Access access, FormGuard guard, Clock clock) {
        this.proxy = settings.proxy();
        this.access = access;
        this.guard = guard;
        this.pace = new Pace(settings.requestsPerMinute(), clock);
    }

    /** Who makes a request; a stranger when nobody looked. */
    static Caller caller(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        return caller == null ? Caller.STRANGER : caller;
    }

    /** Before every route: who is it, and do they not ask too often? */
    void identify(Context ctx) {
        Visitor visitor = Visitor.of(ctx, proxy);
        Caller caller;
        try {
            caller = identity(ctx, visitor);
        } catch (HttpResponseException refused) {
            count(ctx, visitor.key());
            throw refused;
        }
        ctx.attribute(CALLER, caller);
        if (caller.kind() != Caller.Kind.LOCAL && !ctx.path().startsWith("/static/")) {
            count(ctx, caller.kind() == Caller.Kind.PROGRAM ? "token " + caller.name() : visitor.key());
        }
    }

    private void count(Context ctx, String key) {
        Duration wait = pace.ask(key);
        if (wait.isPositive()) {
            throw tooOften(ctx, wait, "too many requests from you");
        }
    }

    /** Before a route that exists: may this caller come through? */
    void admit(Context ctx) {
        Caller caller = caller(ctx);
        String method = ctx.req().getMethod();
        boolean changes = !method.equals("GET") && !method.equals("HEAD");
        boolean byLink = ctx.routeRoles().contains(Permission.LINK);
        if (changes && !byLink && caller.kind() != Caller.Kind.PROGRAM) {
            guard.checkOrigin(ctx);
        }
        Scope needed = Permission.of(ctx.routeRoles(), method).scope();
        if (needed == null || caller.may(needed) || isFeedWithKey(ctx)) {
            return;
        }
        switch (caller.kind()) {
            case STRANGER -> challenge(ctx);
            case PROGRAM, PERSON, LOCAL ->
                throw new ForbiddenResponse("the token \"" + caller.name() + "\" lacks the scope " + needed.label());
        }
    }

    /** Refuses with the number of seconds to wait. */
    static HttpResponseException tooOften(Context ctx, Duration wait, String what) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        ctx.header("Retry-After", String.valueOf(seconds));
        return new HttpResponseException(
                HttpStatus.TOO_MANY_REQUESTS.getCode(), what + ": try again in " + seconds + " s", Map.of());
    }

    private Caller identity(Context ctx, Visitor visitor) {
        @Nullable String authorization = ctx.header("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return access.tokens()
                    .caller(authorization.substring(BEARER.length()).strip())
                    .orElseThrow(() -> refused(ctx, "invalid_token", "this token is unknown, over or revoked"));
        }
        if (proxy.userHeader() != null && visitor.throughProxy()) {
            return namedBy(proxy.userHeader(), ctx);
        }
        Optional<Caller> loggedIn =
                SessionCookie.read(ctx).flatMap(secret -> access.logIns().caller(secret));
        return loggedIn.orElseGet(() -> isAtThisMachine(ctx, visitor) ? Caller.LOCAL : Caller.STRANGER);
    }

    private static Caller namedBy(String header, Context ctx) {
        List<String> names = Collections.list(ctx.req().getHeaders(header));
        if (names.size() > 1) {
            throw new BadRequestResponse("the proxy sends " + header + " more than once");
        }
        return names.isEmpty() || names.getFirst().isBlank()
                ? Caller.STRANGER
                : Caller.person(names.getFirst().strip());
    }

    private boolean isAtThisMachine(Context ctx, Visitor visitor) {
        return proxy.userHeader() == null
                && !visitor.throughProxy()
                && visitor.address().isLoopbackAddress()
                && SIGNS_OF_A_PROXY.stream().noneMatch(sign -> ctx.header(sign) != null)
                && !access.logIns().arePossible();
    }

    private boolean isFeedWithKey(Context ctx) {
        return ctx.routeRoles().contains(Permission.FEED) && SearchFeeds.hasKey(ctx, access.feedKeys());
    }

    /** People are led to the log-in and back; programs are told what is missing. */
    private void challenge(Context ctx) {
        boolean person = Problems.wantsHtml(ctx)
                && !ctx.path().startsWith("/api/")
                && !ctx.routeRoles().contains(Permission.FEED);
        if (!person || !access.logIns().arePossible()) {
            throw refused(
                    ctx,
                    null,
                    proxy.userHeader() != null
                            ? "the proxy in front did not say who you are, in the header " + proxy.userHeader()
                            : "log in, or send a token: Authorization: Bearer onr_…");
        }
        if (ctx.header("HX-Request") != null) {
            ctx.header("HX-Redirect", "/login");
            throw new UnauthorizedResponse("log in first");
        }
        boolean returns = ctx.req().getMethod().equals("GET");
        ctx.header("Cache-Control", "no-store");
        ctx.redirect("/login" + (returns ? "?next=" + Links.value(LogInPage.address(ctx)) : ""), HttpStatus.SEE_OTHER);
        ctx.skipRemainingHandlers();
    }

    private static UnauthorizedResponse refused(Context ctx, @Nullable String error, String detail) {
        ctx.header(
                "WWW-Authenticate", "Bearer realm=\"OnRecord\"" + (error == null ? "" : ", error=\"" + error + "\""));
        return new UnauthorizedResponse(detail);
    }
}
