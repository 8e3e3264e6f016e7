package org.onrecord.access;

import org.onrecord.state.AccessToken;

/**
 * A token at the only moment at which its secret is known.
 *
 * @param token what is remembered of it
 * @param secret what the program sends in {@code Authorization: Bearer}
 */
public record NewToken(AccessToken token, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "NewToken[" + token.name() + "]";
    }
}
