package org.onrecord.search;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** How long one step of an answer may take. */
final class Patience implements QueryTimeout {
    private final Duration patience;
    private volatile long start = System.nanoTime();

    Patience(Duration patience) {
        this.patience = patience;
    }

    /** A step is done, the next one has its time: showing a thousand answers is work, not an attack. */
    void renew() {
        start = System.nanoTime();
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - start > patience.toNanos();
    }
}
