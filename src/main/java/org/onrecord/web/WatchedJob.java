package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job and how it is doing.
 *
 * @param kind {@code source}, {@code digest} or {@code care}
 * @param name which of its kind
 * @param runningSince when the run began that goes on now; null when none does
 * @param endedAt when the last run ended; null before the first since the program was started
 * @param failure why the last run failed; empty when it did not
 * @param nextAt when it runs next; null when it does not
 */
public record WatchedJob(
        String kind,
        String name,
        @Nullable Instant runningSince,
        @Nullable Instant endedAt,
        String failure,
        @Nullable Instant nextAt) {
    public WatchedJob {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(failure, "failure");
    }

    /** Digests go out at their times only. */
    boolean canBeStarted() {
        return !kind.equals("digest");
    }
}
