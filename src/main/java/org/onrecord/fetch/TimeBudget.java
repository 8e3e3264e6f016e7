package org.onrecord.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The time that all requests for one page may take together. For one thread. */
final class TimeBudget {
    private final Ticks ticks;
    private Duration left;

    TimeBudget(Duration all, Ticks ticks) {
        this.left = all;
        this.ticks = ticks;
    }

    /** Something that takes time, and ends before the time that is left is over. */
    interface Work {
        Answer within(Duration left) throws IOException, TimeoutException, InterruptedException;
    }

    Answer spend(Work work) throws IOException, TimeoutException, InterruptedException {
        if (!left.isPositive()) {
            throw new TimeoutException();
        }
        Duration start = ticks.now();
        try {
            return work.within(left);
        } finally {
            left = left.minus(ticks.now().minus(start));
        }
    }
}
