package org.onrecord.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.digest.Alert;
import org.onrecord.digest.VolumeEstimate;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;
import org.onrecord.search.QueryException;

/** Which alerts would bring more than anybody reads. Each is estimated once a day. Safe for use by many threads. */
public final class Hopeless {
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final ArticleSearch search;
    private final Clock clock;
    private final Map<Alert, Estimated> known = new ConcurrentHashMap<>();

    private record Estimated(Optional<String> refusal, Instant at) {}

    public Hopeless(ArticleSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** Why an alert is refused, with the estimate and what to do; empty for one that can be read. */
    public Optional<String> refusal(Alert alert) {
        Instant now = clock.instant();
        return known.compute(
                        alert,
                        (key, before) ->
                                before != null && now.isBefore(before.at().plus(GOOD_FOR))
                                        ? before
                                        : new Estimated(estimated(alert), now))
                .refusal();
    }

    private Optional<String> estimated(Alert alert) {
        VolumeEstimate estimate;
        try {
            estimate = VolumeEstimate.of(alert.query(), Listing.ARTICLES, search, clock);
        } catch (QueryException wrong) {
            return Optional.empty(); // which is another trouble, and told where queries are asked
        }
        return estimate.perDay() <= alert.mostPerDay()
                ? Optional.empty()
                : Optional.of(
                        "it would bring about " + Math.round(estimate.perDay()) + " articles a day, over the past "
                                + VolumeEstimate.WEEKS + " weeks, and " + alert.mostPerDay()
                                + " at most are wanted; narrow the query by another word, by title: or by said-by:");
    }
}
