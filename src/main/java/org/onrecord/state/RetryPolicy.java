package org.onrecord.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something that did not work is tried again: after pauses that grow.
 *
 * @param first the pause after the first failure
 * @param factor how many times longer each further pause is
 * @param longest the longest pause
 * @param patience how long after it became known it is given up; null for never
 */
public record RetryPolicy(
        Duration first,
        int factor,
        Duration longest,
        @Nullable Duration patience) {
    /** No answer, or a server in trouble: from 5 minutes to a month, for a year. */
    public static final RetryPolicy TROUBLE =
            new RetryPolicy(Duration.ofMinutes(5), 2, Duration.ofDays(30), Duration.ofDays(365));

    /** There is no such page, perhaps not yet: six times in a week. */
    public static final RetryPolicy MISSING =
            new RetryPolicy(Duration.ofMinutes(30), 4, Duration.ofDays(10), Duration.ofDays(14));

    /** We may not ask. Rules change, so they are looked up again, from a day to a month, for ever. */
    public static final RetryPolicy REFUSAL = new RetryPolicy(Duration.ofDays(1), 2, Duration.ofDays(30), null);

    /** Asking again is pointless. */
    public static final RetryPolicy NEVER = new RetryPolicy(Duration.ofDays(1), 1, Duration.ofDays(1), Duration.ZERO);

    /** Work of our own on something that we have: from 5 minutes to a day, for ever. */
    static final RetryPolicy OWN_WORK = new RetryPolicy(Duration.ofMinutes(5), 2, Duration.ofDays(1), null);

    public RetryPolicy {
        if (first.compareTo(Duration.ZERO) <= 0 || factor < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a retry policy: " + first + ", " + factor + ", " + longest);
        }
    }

    /**
     * When it is tried again; empty when it is given up.
     *
     * @param knownSince since when it is known
     * @param failures how often it failed
     * @param asked how long the server asked us to wait, which is at least waited; null if it did not say
     */
    Optional<Instant> next(Instant knownSince, int failures, @Nullable Duration asked, Instant now) {
        Duration pause = pause(failures);
        Instant next = now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
        return patience != null && next.isAfter(knownSince.plus(patience)) ? Optional.empty() : Optional.of(next);
    }

    /** The pause after so many failures. */
    Duration pause(int failures) {
        Duration pause = first;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(factor);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
