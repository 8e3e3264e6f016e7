package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What one statement says of where its speaker stands.
 *
 * @param issue the issue; null exactly when the position is {@link Position#NONE}
 * @param position the side taken
 * @param confidence from 0 (a guess) to 1 (certain)
 */
public record Stand(@Nullable IssueId issue, Position position, double confidence) {
    /** No stand can be read off the statement. */
    public static final Stand NONE = new Stand(null, Position.NONE, 1);

    public Stand {
        requireNonNull(position, "position");
        if ((issue == null) != (position == Position.NONE)) {
            throw new IllegalArgumentException(
                    "a position needs an issue and an issue a position: " + issue + ", " + position);
        }
        Confidence.check(confidence);
    }
}
