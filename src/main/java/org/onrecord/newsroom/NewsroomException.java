package org.onrecord.newsroom;

/** The newsroom cannot open: the port is taken, or a bundled file is missing or wrong. */
public final class NewsroomException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NewsroomException(String message) {
        super(message);
    }

    NewsroomException(String message, Throwable cause) {
        super(message, cause);
    }
}
