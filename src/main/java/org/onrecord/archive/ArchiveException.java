package org.onrecord.archive;

/** The archive cannot keep or give back a page: the disk is full, or a file is missing or damaged. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
