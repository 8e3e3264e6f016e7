package org.onrecord.fetch;

import java.time.Duration;

/** It is not our turn at a host for a while; the message says why. */
final class TooEarlyException extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooEarlyException(String reason, Duration wait) {
        super(reason);
        this.wait = wait;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    Duration delay() {
        return wait;
    }
}
