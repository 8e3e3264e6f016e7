package org.onrecord.search;

import org.jspecify.annotations.Nullable;

/** The first thing wrong with a query, on its way to becoming a {@link QueryException}. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    private final int position;
    private final @Nullable String candidate;

    /**
     * @param position index of the first wrong character
     * @param reason what is wrong, and what is allowed
     * @param candidate the query without this mistake, others may remain; null when there is no way to mend it
     */
    Mistake(int position, String reason, @Nullable String candidate) {
        super(reason, null, false, false);
        this.position = position;
        this.candidate = candidate;
    }

    int position() {
        return position;
    }

    @Nullable
    String candidate() {
        return candidate;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
