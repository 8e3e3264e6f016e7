package org.onrecord.fetch;

import java.net.UnknownHostException;

/**
 * We may not or will not ask; the message says why. An {@link UnknownHostException}, because that is what a name
 * resolver may throw through the HTTP client.
 */
final class RefusedException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
