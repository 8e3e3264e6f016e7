package org.onrecord.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often each caller may ask: a number of requests a minute, of which a tenth may come at once. Safe for use by many
 * threads.
 */
public final class Pace {
    private final Duration interval;
    private final Duration burst;
    private final Clock clock;
    private final Recent<Instant> nextByCaller = new Recent<>();

    public Pace(int perMinute, Clock clock) {
        this(perMinute, Duration.ofMinutes(1), clock);
    }

    private Pace(int number, Duration per, Clock clock) {
        this.interval = per.dividedBy(number);
        this.burst = interval.multipliedBy(Math.max(number / 10, 5));
        this.clock = clock;
    }

    /** The same by the hour, for what is rare. */
    public static Pace perHour(int number, Clock clock) {
        return new Pace(number, Duration.ofHours(1), clock);
    }

    /**
     * Counts a request (generic cell rate algorithm).
     *
     * @return how long to wait; zero when the request may go on, in which case alone it counts
     */
    public synchronized Duration ask(String caller) {
        Instant now = clock.instant();
        @Nullable Instant known = nextByCaller.get(caller);
        Instant next = (known == null || known.isBefore(now) ? now : known).plus(interval);
        Duration ahead = Duration.between(now, next).minus(burst);
        if (ahead.isPositive()) {
            return ahead;
        }
        nextByCaller.put(caller, next);
        return Duration.ZERO;
    }
}
