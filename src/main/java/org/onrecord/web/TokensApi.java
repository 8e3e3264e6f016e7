package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.NewToken;
import org.onrecord.access.Scope;
import org.onrecord.access.TokenJson;
import org.onrecord.access.Tokens;
import org.onrecord.config.DurationText;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/tokens}: the tokens of programs. */
final class TokensApi {
    private final Tokens tokens;
    private final Posted posted;

    TokensApi(Tokens tokens, Posted posted) {
        this.tokens = tokens;
        this.posted = posted;
    }

    /** {@code GET /tokens}: all ever made, without their secrets. */
    ShortList list() {
        return new ShortList(
                "/tokens",
                List.of("number", "name", "scopes", "created", "expires", "used", "revoked"),
                ctx -> tokens.all().stream().map(TokenJson::write).toList());
    }

    /** {@code POST /tokens}: an object with {@code name}, {@code scopes} and perhaps {@code lasts}, such as "90d". */
    void create(Context ctx) {
        JsonNode body = posted.json(ctx);
        try {
            String lasts = Posted.string(body, "lasts");
            NewToken made = tokens.create(Posted.string(body, "name"), scopes(body.path("scopes")), duration(lasts));
            Problems.json(ctx, TokenJson.write(made));
            ctx.status(201)
                    .header("Cache-Control", "no-store")
                    .header("Location", "/api/v1/tokens/" + made.token().number());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(String.valueOf(e.getMessage()));
        }
    }

    /** {@code DELETE /tokens/{number}}. */
    void revoke(Context ctx) {
        String number = ctx.pathParam("number");
        if (!number.matches("\\d{1,18}") || !tokens.revoke(Long.parseLong(number))) {
            throw new NotFoundResponse("there is no token " + number + " that could be revoked");
        }
        ctx.status(204);
    }

    /** The time that a token lasts, as people write it; null for an empty text. */
    static @Nullable Duration duration(String lasts) {
        return lasts.isBlank() ? null : DurationText.parse(lasts.strip());
    }

    private static Set<Scope> scopes(JsonNode labels) {
        if (!labels.isArray()) {
            throw new IllegalArgumentException("\"scopes\" must be an array of strings");
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        labels.forEach(label -> scopes.add(Scope.wanted(label.asString(""))));
        return scopes;
    }
}
