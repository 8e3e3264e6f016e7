package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing.
 *
 * @param source which
 * @param disabled why it is not watched; null when it is
 * @param lastRound when it was last asked; null for never
 * @param lastSuccess when it last answered usefully; null for never
 * @param outcome what the last round brought, in a few words; empty before the first
 * @param articles how many of its articles are stored
 * @param pending how many of its links wait to be fetched
 * @param failures how many rounds failed since the last success
 * @param nextRun when it will be asked next; null when it is not scheduled
 */
public record SourceHealth(
        WatchedSource source,
        @Nullable String disabled,
        @Nullable Instant lastRound,
        @Nullable Instant lastSuccess,
        String outcome,
        long articles,
        long pending,
        int failures,
        @Nullable Instant nextRun) {
    public SourceHealth {
        requireNonNull(source, "source");
        requireNonNull(outcome, "outcome");
    }
}
