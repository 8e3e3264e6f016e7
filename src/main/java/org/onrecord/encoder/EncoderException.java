package org.onrecord.encoder;

/** The network cannot be loaded or run; the message says what to do. */
public final class EncoderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EncoderException(String message) {
        super(message);
    }

    EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
