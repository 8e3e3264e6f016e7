package org.onrecord.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.state.AccessToken;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of tokens: {@code number name scopes created expires used revoked}; a new one has its {@code secret} too. */
public final class TokenJson {
    private TokenJson() {}

    public static ObjectNode write(AccessToken token) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("number", token.number());
        json.put("name", token.name());
        ArrayNode scopes = json.putArray("scopes");
        token.scopes().forEach(scopes::add);
        json.put("created", token.createdAt().toString());
        json.put("expires", text(token.expiresAt()));
        json.put("used", text(token.usedAt()));
        json.put("revoked", text(token.revokedAt()));
        return json;
    }

    public static ObjectNode write(NewToken made) {
        return write(made.token()).put("secret", made.secret());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
