package org.onrecord.fetch;

import java.time.Duration;

/** Time that never jumps, for pauses between requests; tests make it pass by themselves. */
interface Ticks {
    Ticks SYSTEM = new Ticks() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    /** The time since some moment that stays the same. */
    Duration now();

    void sleep(Duration duration) throws InterruptedException;
}
