package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person who may log in.
 *
 * @param name what the person types to log in
 * @param passwordHash the hash of the password, with its parameters
 * @param changedAt when the password was last set
 */
public record Account(String name, String passwordHash, Instant changedAt) {
    public Account {
        requireNonNull(name, "name");
        requireNonNull(passwordHash, "passwordHash");
        requireNonNull(changedAt, "changedAt");
    }

    /** Without the hash: whatever prints an account shall not print that. */
    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
