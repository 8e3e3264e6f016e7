package org.onrecord.search;

/** A saved search that cannot be saved, renamed or deleted as asked; the message says why and what to do. */
public final class SavedSearchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SavedSearchException(String message) {
        super(message);
    }
}
