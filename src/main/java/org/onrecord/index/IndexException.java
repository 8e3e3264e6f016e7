package org.onrecord.index;

/** The index cannot be opened, read or written; the message says what to do. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    IndexException(String message) {
        super(message);
    }

    IndexException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For a failure to read what was opened already. */
    public static IndexException unreadable(Throwable cause) {
        return new IndexException(
                "the index cannot be read: " + cause.getMessage() + "; `reindex` makes it anew", cause);
    }
}
