package org.onrecord.state;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a link that failed is tried again.
 *
 * @param first the pause after the first failure; it doubles with each further one
 * @param longest the longest pause
 * @param attempts how many tries a link gets before it has failed for good
 */
record RetryPolicy(Duration first, Duration longest, int attempts) {
    /** Twelve tries over about four days: long enough for an outage over a weekend. */
    static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofMinutes(5), Duration.ofHours(24), 12);

    RetryPolicy {
        if (first.compareTo(Duration.ZERO) <= 0 || longest.compareTo(first) < 0 || attempts < 1) {
            throw new IllegalArgumentException("not a retry policy: " + first + ", " + longest + ", " + attempts);
        }
    }

    /**
     * The pause after so many failures; empty when it was the last try.
     *
     * @param asked how long the server asked us to wait, which is at least waited; null if it did not say
     */
    Optional<Duration> pause(int failures, @Nullable Duration asked) {
        if (failures >= attempts) {
            return Optional.empty();
        }
        Duration pause = pauseAfter(failures);
        return Optional.of(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }

    /** The pause after so many failures, whether or not it was the last try. */
    Duration pauseAfter(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
