package org.onrecord.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the index show what was kept or corrected, and waits for it as long as a person would. */
final class ShownSoon {
    private static final Logger LOG = LoggerFactory.getLogger(ShownSoon.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runnable show;

    ShownSoon(Runnable show) {
        this.show = show;
    }

    /** Returns when it is shown, or after a while: an indexing that is under way goes first, and then it is shown. */
    void show() {
        Thread showing = Thread.ofVirtual().start(() -> {
            try {
                show.run();
            } catch (RuntimeException e) {
                LOG.warn("what was kept or corrected is safe but not shown yet; it is tried again", e);
            }
        });
        try {
            showing.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
