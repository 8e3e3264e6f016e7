package org.onrecord.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query that cannot be answered as it stands: where, why, and what would work. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int position;
    private final @Nullable String repaired;

    /**
     * @param position index of the first wrong character in the query, from 0
     * @param reason what is wrong, and what is allowed
     * @param repaired a query that works and is near what was meant; null when none can be offered
     */
    public QueryException(int position, String reason, @Nullable String repaired) {
        super(reason);
        this.position = position;
        this.repaired = repaired;
    }

    public int position() {
        return position;
    }

    public Optional<String> repaired() {
        return Optional.ofNullable(repaired);
    }
}
