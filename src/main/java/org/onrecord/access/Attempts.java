package org.onrecord.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Slows down who guesses: after five failures from an address, the next try must wait a minute, then two, four, up to an
 * hour. A success, or a quiet day, forgets them. Other addresses do not suffer, so nobody can lock the owner out.
 */
final class Attempts {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final Clock clock;
    private final Recent<Failures> byAddress = new Recent<>();

    private record Failures(int number, Instant last) {}

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a try, which counts as a failure until {@link #succeeded}: many tries at once gain nothing.
     *
     * @return how long to wait before trying; zero when the try may go on
     */
    synchronized Duration begin(String address) {
        Instant now = clock.instant();
        @Nullable Failures known = byAddress.get(address);
        if (known == null || now.isAfter(known.last().plus(FORGOTTEN_AFTER))) {
            known = new Failures(0, now);
        }
        Duration wait = Duration.between(now, known.last().plus(waitAfter(known.number())));
        if (known.number() >= FREE && wait.isPositive()) {
            return wait;
        }
        byAddress.put(address, new Failures(known.number() + 1, now));
        return Duration.ZERO;
    }

    synchronized void succeeded(String address) {
        byAddress.remove(address);
    }

    private static Duration waitAfter(int failures) {
        int doublings = Math.min(Math.max(failures - FREE, 0), 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
