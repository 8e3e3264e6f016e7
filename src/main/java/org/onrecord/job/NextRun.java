package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a job runs next.
 *
 * @param job its name: {@code source federal-register-bis}, {@code digest daily}
 * @param at the moment
 * @param zone the time zone to show it in
 */
public record NextRun(String job, Instant at, ZoneId zone) implements Comparable<NextRun> {
    public NextRun {
        requireNonNull(job, "job");
        requireNonNull(at, "at");
        requireNonNull(zone, "zone");
    }

    @Override
    public int compareTo(NextRun other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : job.compareTo(other.job);
    }
}
