package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.LogIn;
import org.onrecord.access.LogIns;

/** {@code GET} and {@code POST /login}, {@code POST /logout}. */
final class LogInPage {
    /** An address on this server: what begins otherwise could lead a browser elsewhere. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]{0,4000}");

    private final LogIns logIns;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    LogInPage(LogIns logIns, Templates templates, Posted posted, FormGuard guard) {
        this.logIns = logIns;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /**
     * What the template shows.
     *
     * @param possible whether anybody has a password
     * @param next where to go then
     * @param wrong why it did not work; null before
     */
    record View(
            Frame frame,
            String token,
            boolean possible,
            String name,
            String next,
            @Nullable String wrong) {}

    void form(Context ctx) {
        show(ctx, LogIns.ADMINISTRATOR, String.valueOf(ctx.queryParam("next")), null);
    }

    void logIn(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String name = form.getOrDefault("name", "");
        String next = ours(form.getOrDefault("next", ""));
        LogIn outcome = logIns.logIn(
                name, form.getOrDefault("password", ""), Visitor.of(ctx).key());
        switch (outcome) {
            case LogIn.Done done -> {
                SessionCookie.read(ctx).ifPresent(logIns::logOut);
                SessionCookie.set(ctx, done.secret());
                ctx.redirect(next, HttpStatus.SEE_OTHER);
            }
            case LogIn.Wrong wrong -> {
                ctx.status(HttpStatus.FORBIDDEN);
                show(ctx, name, next, "The name or the password is wrong.");
            }
            case LogIn.TooOften tooOften -> {
                var refusal = Door.tooOften(ctx, tooOften.pause(), "too many wrong passwords from your address");
                ctx.status(refusal.getStatus());
                show(ctx, name, next, sentence(String.valueOf(refusal.getMessage())));
            }
        }
    }

    void logOut(Context ctx) {
        guard.check(ctx, posted.form(ctx).get(FormGuard.FIELD));
        SessionCookie.read(ctx).ifPresent(logIns::logOut);
        SessionCookie.remove(ctx);
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    /** Path and query of a request, to come back to. */
    static String address(Context ctx) {
        String query = ctx.queryString();
        return ctx.path() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    private void show(Context ctx, String name, String next, @Nullable String wrong) {
        Frame frame = templates.frame("Log in", null);
        templates.show(ctx, "login", new View(frame, guard.token(ctx), logIns.arePossible(), name, ours(next), wrong));
    }

    private static String ours(String next) {
        return OURS.matcher(next).matches() ? next : "/";
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
