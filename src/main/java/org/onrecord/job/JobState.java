package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job of the schedule is doing.
 *
 * @param kind {@code source}, {@code digest} or {@code care}
 * @param name which of its kind
 * @param runningSince when the run began that goes on now; null when none does
 * @param endedAt when the last run ended; null before the first
 * @param took how long that took; null before the first
 * @param failure why the last run failed; empty when it did not
 * @param nextAt when it runs next; null when it does not
 */
public record JobState(
        String kind,
        String name,
        @Nullable Instant runningSince,
        @Nullable Instant endedAt,
        @Nullable Duration took,
        String failure,
        @Nullable Instant nextAt) {
    public JobState {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(failure, "failure");
    }
}
