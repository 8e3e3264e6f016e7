package org.onrecord.digest;

/** A digest cannot be put together as it is configured; the message says which part, and what would work. */
public final class DigestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DigestException(String message, Throwable cause) {
        super(message, cause);
    }
}
