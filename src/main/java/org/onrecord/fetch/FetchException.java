package org.onrecord.fetch;

/** Something that was set up wrongly keeps pages from being found. */
public final class FetchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
