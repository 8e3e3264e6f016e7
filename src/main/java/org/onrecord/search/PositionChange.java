package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.Position;

/**
 * An actor's change from one side of an issue to the other, with the passages that prove both.
 *
 * @param before the surest statement on the earlier side
 * @param after the surest statement on the later side
 * @param confidence the chance that both sides were read right, from 0.5 to 1
 */
public record PositionChange(StatementHit before, StatementHit after, double confidence) {
    public PositionChange {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        if (position(before) == position(after)) {
            throw new IllegalArgumentException(
                    "both statements are " + position(before).label());
        }
    }

    /** The side taken before. */
    public Position from() {
        return position(before);
    }

    /** The side taken after. */
    public Position to() {
        return position(after);
    }

    private static Position position(StatementHit hit) {
        return hit.statement().stand().position();
    }
}
