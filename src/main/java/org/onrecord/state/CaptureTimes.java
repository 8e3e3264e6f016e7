package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * When the pages of a source came.
 *
 * @param count how many
 * @param first when the first of them was fetched
 * @param last when the last of them was fetched
 */
public record CaptureTimes(long count, Instant first, Instant last) {
    public CaptureTimes {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    /** The time between two of them on average; zero for a single one. */
    public Duration gap() {
        return count < 2 ? Duration.ZERO : Duration.between(first, last).dividedBy(count - 1);
    }
}
