package org.onrecord.job;

import java.time.Duration;

/** Is told of each run of a job when it is over. */
@FunctionalInterface
public interface JobEnds {
    /**
     * @param kind {@code source}, {@code digest} or {@code care}
     */
    void ended(String kind, boolean failed, Duration took);
}
