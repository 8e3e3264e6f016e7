package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A browser that is logged in.
 *
 * @param hash the SHA-256 of the secret in its cookie, in hexadecimal
 * @param account whose it is
 * @param createdAt when it was logged in
 * @param usedAt when it last asked for something; may lag by a few minutes
 */
public record Session(String hash, String account, Instant createdAt, Instant usedAt) {
    public Session {
        requireNonNull(hash, "hash");
        requireNonNull(account, "account");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(usedAt, "usedAt");
    }
}
