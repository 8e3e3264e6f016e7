package org.onrecord.correction;

/** A correction that cannot be made; the message says to a person why, and what could be. */
public final class CorrectionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CorrectionException(String message) {
        super(message);
    }
}
