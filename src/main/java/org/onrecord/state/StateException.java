package org.onrecord.state;

/** The state store cannot do its work: the disk is full, the file is damaged or newer than the program. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateException(String message) {
        super(message);
    }

    StateException(String message, Throwable cause) {
        super(message, cause);
    }
}
