package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The right of a program to ask, as far as it is remembered: all but the secret.
 *
 * @param number counts up from 1; 0 before it is stored
 * @param name what its owner calls it
 * @param hash the SHA-256 of its secret, in hexadecimal
 * @param scopes what it may do, by the labels of the scopes
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself; null for never
 * @param usedAt when it was last used; null for never; may lag by a few minutes
 * @param revokedAt when it was taken back; null while it was not
 */
public record AccessToken(
        long number,
        String name,
        String hash,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {
    public AccessToken {
        requireNonNull(name, "name");
        requireNonNull(hash, "hash");
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        requireNonNull(createdAt, "createdAt");
    }

    /** Whether it opens anything at a moment. */
    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
