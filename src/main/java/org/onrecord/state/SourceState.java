package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/**
 * How the rounds of a source went.
 *
 * @param etag the entity tag of its last page; null if none
 * @param lastModified the Last-Modified header of its last page, as sent; null if none
 * @param fullAt when the page that these two describe came in full; null if none did
 * @param roundAt when it was asked last
 * @param successAt when it answered well last, changed or not; null if never
 * @param outcome what came of the last round, in words for the report
 * @param failures how many rounds failed since the last good one
 * @param nextDueAt when to ask again
 */
public record SourceState(
        SourceId source,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant fullAt,
        Instant roundAt,
        @Nullable Instant successAt,
        String outcome,
        int failures,
        Instant nextDueAt) {
    /** Servers exist that answer "not modified" for ever; after this time we ask without validators. */
    private static final Duration LONGEST_TRUST_IN_VALIDATORS = Duration.ofDays(7);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    public SourceState {
        requireNonNull(source, "source");
        requireNonNull(roundAt, "roundAt");
        requireNonNull(outcome, "outcome");
        requireNonNull(nextDueAt, "nextDueAt");
        if (failures < 0) {
            throw new IllegalArgumentException("failures are at least 0, not " + failures);
        }
    }

    /** A source that was never asked and is due now. */
    public static SourceState never(SourceId source, Instant now) {
        return new SourceState(source, null, null, null, now, null, "never asked", 0, now);
    }

    /** The state after its page came in full. Save it after the links of the page are added, or a crash loses them. */
    public SourceState fetched(
            @Nullable String newEtag, @Nullable String newLastModified, String words, Instant now, Instant next) {
        return new SourceState(source, newEtag, newLastModified, now, now, now, words, 0, next);
    }

    /** The state after it answered that nothing had changed. */
    public SourceState unchanged(String words, Instant now, Instant next) {
        return new SourceState(source, etag, lastModified, fullAt, now, now, words, 0, next);
    }

    /**
     * How long to wait after so many failures in a row: the time between two rounds, doubled with each further failure up to
     * a day, and never less than that time. So a source that is away is asked less and less, but never given up.
     */
    public static Duration pause(Duration every, int failures) {
        Duration longest = every.compareTo(LONGEST_PAUSE) > 0 ? every : LONGEST_PAUSE;
        Duration pause = every;
        for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** Whether it failed the last time and its next try is still to come. */
    public boolean waits(Instant now) {
        return failures > 0 && now.isBefore(nextDueAt) && !liesAhead(now);
    }

    /**
     * When to ask again, seen from now: after the usual time where the last round lies ahead, so that a source does not wait
     * for a day that a wrong clock showed, nor all of them are asked at once.
     */
    public Instant dueAt(Instant now, Duration every) {
        return liesAhead(now) ? now.plus(every) : nextDueAt;
    }

    /** Whether its last round lies ahead: either the clock was wrong then, or it is wrong now. */
    public boolean liesAhead(Instant now) {
        return roundAt.isAfter(now);
    }

    /** The state after a round that brought nothing. */
    public SourceState failed(String words, Instant now, Instant next) {
        return new SourceState(source, etag, lastModified, fullAt, now, successAt, words, failures + 1, next);
    }

    /** Whether to send the validators: not when the last full page is older than seven days. */
    public boolean mayAskConditionally(Instant now) {
        return fullAt != null && now.isBefore(fullAt.plus(LONGEST_TRUST_IN_VALIDATORS));
    }
}
