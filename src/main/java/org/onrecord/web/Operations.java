package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.onrecord.metrics.Metrics;
import org.onrecord.state.MailHistory;

/**
 * What whoever runs the program wants to see and do.
 *
 * @param jobs every job; asked anew for every view
 * @param start starts the job of a kind and a name now; whether there is one that can be started
 * @param readiness what is wrong now; asked anew for every view
 * @param mails what became of the mails
 * @param metrics the program's own figures
 */
public record Operations(
        Supplier<List<WatchedJob>> jobs,
        BiPredicate<String, String> start,
        Supplier<Readiness> readiness,
        MailHistory mails,
        Metrics metrics) {
    public Operations {
        requireNonNull(jobs, "jobs");
        requireNonNull(start, "start");
        requireNonNull(readiness, "readiness");
        requireNonNull(mails, "mails");
        requireNonNull(metrics, "metrics");
    }
}
