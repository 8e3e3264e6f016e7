package org.onrecord.search;

/** A cursor from which no list can go on; the message says why and what to do. */
public final class CursorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean stale;

    private CursorException(String message, boolean stale) {
        super(message);
        this.stale = stale;
    }

    static CursorException none() {
        return new CursorException("this is not a cursor of a list; take `next` of the page before as it is", false);
    }

    static CursorException ofAnotherList() {
        return new CursorException(
                "this cursor is of a list with another query, order or kind of answer; begin that list anew without one",
                false);
    }

    static CursorException stale() {
        return new CursorException(
                "this cursor is too old: a list by relevance can be read on for ten minutes, and not after a restart;"
                        + " begin it anew, or sort by date, where cursors do not grow old",
                true);
    }

    /** Whether the cursor was right once. */
    public boolean isStale() {
        return stale;
    }
}
