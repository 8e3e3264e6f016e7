package org.onrecord.web;

/** The web page cannot be served. */
public final class WebException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WebException(String message) {
        super(message);
    }

    WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
