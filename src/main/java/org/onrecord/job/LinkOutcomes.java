package org.onrecord.job;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.state.KnownLink;
import org.onrecord.state.Links;
import org.onrecord.state.RetryPolicy;

/** Writes down what came of links that brought no new page: for the next rounds, and for the report. */
final class LinkOutcomes {
    private final Links links;
    private final RoundTally tally;
    private final Clock clock;

    LinkOutcomes(Links links, RoundTally tally, Clock clock) {
        this.links = links;
        this.tally = tally;
        this.clock = clock;
    }

    void refused(KnownLink link, Refused refusal) {
        Instant next = links.refused(link.uri(), refusal.reason(), clock.instant());
        tally.refused(link.uri(), refusal.reason() + "; the rules are looked up again after " + minute(next));
    }

    void failed(KnownLink link, Failed failure) {
        Optional<Instant> next = links.failed(
                link.uri(), failure.reason(), policy(failure.outlook()), failure.retryAfter(), clock.instant());
        tally.failed(
                link.uri(),
                failure.reason()
                        + next.map(time -> "; again after " + minute(time)).orElse("; given up"));
    }

    /** A page that cannot be what was asked for, although the server called it good. */
    void wrongPage(KnownLink link, String reason) {
        failed(link, new Failed(reason, Outlook.PASSING, null));
    }

    /** Whether it is captured, and so remains. */
    boolean unchanged(KnownLink link) {
        boolean known = links.unchanged(link.uri(), clock.instant());
        if (known) {
            tally.unchanged();
        }
        return known;
    }

    /** Rounds come no more often than every minute. */
    private static Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }

    private static RetryPolicy policy(Outlook outlook) {
        return switch (outlook) {
            case PASSING -> RetryPolicy.TROUBLE;
            case MISSING -> RetryPolicy.MISSING;
            case FINAL -> RetryPolicy.NEVER;
        };
    }
}
