package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Caller;
import org.onrecord.access.NewToken;
import org.onrecord.access.Scope;
import org.onrecord.access.Tokens;
import org.onrecord.state.AccessToken;

/** {@code GET /tokens} and its forms: who has access, and log-out. */
final class TokensPage {
    private final Tokens tokens;
    private final Clock clock;
    private final Templates templates;
    private final Posted posted;
    private final FormGuard guard;

    TokensPage(Tokens tokens, Clock clock, Templates templates, Posted posted, FormGuard guard) {
        this.tokens = tokens;
        this.clock = clock;
        this.templates = templates;
        this.posted = posted;
        this.guard = guard;
    }

    /**
     * A token.
     *
     * @param state whether it opens anything, for people
     * @param valid whether it could be revoked
     */
    record Row(long number, String name, String scopes, SourcesPage.Moment used, String state, boolean valid) {}

    /**
     * What the template shows.
     *
     * @param person who is logged in; empty when nobody has to
     * @param secret of the token that was just made; null otherwise
     * @param wrong why none could be made; null otherwise
     */
    record View(
            Frame frame,
            String token,
            String person,
            List<Row> rows,
            List<Scope> scopes,
            String name,
            @Nullable String secret,
            @Nullable String wrong) {
        View {
            rows = List.copyOf(rows);
            scopes = List.copyOf(scopes);
        }
    }

    void list(Context ctx) {
        show(ctx, "", null, null);
    }

    void create(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String name = form.getOrDefault("name", "");
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        EnumSet.allOf(Scope.class).stream()
                .filter(scope -> form.containsKey("scope-" + scope.label()))
                .forEach(scopes::add);
        try {
            NewToken made = tokens.create(name, scopes, TokensApi.duration(form.getOrDefault("lasts", "")));
            show(ctx, "", made.secret(), null);
            ctx.header("Cache-Control", "no-store");
        } catch (IllegalArgumentException e) {
            ctx.status(422);
            show(ctx, name, null, e.getMessage());
        }
    }

    void revoke(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String number = form.getOrDefault("number", "");
        if (number.matches("\\d{1,18}")) {
            tokens.revoke(Long.parseLong(number));
        }
        ctx.redirect("/tokens", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, String name, @Nullable String secret, @Nullable String wrong) {
        Caller caller = Door.caller(ctx);
        Instant now = clock.instant();
        templates.show(
                ctx,
                "tokens",
                new View(
                        templates.frame("Tokens", null).with(PageForms.ofList("/tokens", null)),
                        guard.token(ctx),
                        caller.kind() == Caller.Kind.PERSON ? caller.name() : "",
                        tokens.all().reversed().stream()
                                .map(token -> row(token, now))
                                .toList(),
                        List.of(Scope.values()),
                        name,
                        secret,
                        wrong));
    }

    private static Row row(AccessToken token, Instant now) {
        String state = token.revokedAt() != null
                ? "revoked"
                : token.isValid(now)
                        ? token.expiresAt() == null
                                ? "good until revoked"
                                : "ends "
                                        + SourcesPage.moment(token.expiresAt(), now)
                                                .distance()
                        : "expired";
        return new Row(
                token.number(),
                token.name(),
                String.join(", ", token.scopes()),
                SourcesPage.moment(token.usedAt(), now),
                state,
                token.isValid(now));
    }
}
