package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of every new article that answers a query.
 *
 * @param number what it is known by
 * @param name what its owner calls it
 * @param url where messages are sent
 * @param query in the query language; {@code search:"name"} for a saved search
 * @param secret signs the messages: {@code whsec_} and the key in Base64
 * @param createdAt when it was added
 * @param failingSince when the first of the failures came that no success followed; null when the last try went well
 * @param disabledAt when it was switched off; null while it is on
 * @param disabledReason why it was switched off; empty while it is on
 */
public record Webhook(
        long number,
        String name,
        URI url,
        String query,
        String secret,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        String disabledReason) {
    public Webhook {
        requireNonNull(name, "name");
        requireNonNull(url, "url");
        requireNonNull(query, "query");
        requireNonNull(secret, "secret");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(disabledReason, "disabledReason");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Webhook[" + number + " " + name + "]";
    }
}
