package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
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
        Optional<Instant> next = switch (failure.outlook()) {
            case NOT_ASKED -> Optional.of(postponed(link, failure));
            case PASSING -> failed(link, failure, RetryPolicy.TROUBLE);
            case MISSING -> failed(link, failure, RetryPolicy.MISSING);
            case FINAL -> failed(link, failure, RetryPolicy.NEVER);
        };
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

    private Optional<Instant> failed(KnownLink link, Failed failure, RetryPolicy policy) {
        return links.failed(link.uri(), failure.reason(), policy, failure.retryAfter(), clock.instant());
    }

    /** One page in trouble must not take the turns of the host's other pages, so they keep their place before it. */
    private Instant postponed(KnownLink link, Failed failure) {
        Duration wait = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
        Instant until = clock.instant().plus(wait);
        links.postponed(link.uri(), failure.reason(), until);
        return until;
    }
}
