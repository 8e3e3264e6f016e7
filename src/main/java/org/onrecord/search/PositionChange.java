package org.onrecord.search;

import static java.util.Objects.requireNonNull;

/**
 * An actor's change from one side of an issue to the other, with the statements that prove both.
 *
 * @param before the surest statement on the earlier side
 * @param after the surest statement on the later side
 * @param confidence the chance that both sides were read right, from 0.5 to 1
 */
public record PositionChange(SideTaken before, SideTaken after, double confidence) {
    public PositionChange {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        if (before.side() == after.side()) {
            throw new IllegalArgumentException(
                    "both statements are " + before.side().label());
        }
    }
}
