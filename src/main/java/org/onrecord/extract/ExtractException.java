package org.onrecord.extract;

/** Bytes that cannot be read as what they should be: a page, a text, a feed. The message says what they are instead. */
public final class ExtractException extends RuntimeException {
    public ExtractException(String message) {
        super(message);
    }

    public ExtractException(String message, Throwable cause) {
        super(message, cause);
    }
}
