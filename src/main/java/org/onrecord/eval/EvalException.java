package org.onrecord.eval;

/** Annotations or predictions cannot be read; the message names each file and line that is wrong, and why. */
public final class EvalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvalException(String message) {
        super(message);
    }

    EvalException(String message, Throwable cause) {
        super(message, cause);
    }
}
