package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that a reader asked for.
 *
 * @param number never given out twice
 * @param address the reader's mail address
 * @param state how far it has come
 * @param choice what the reader wants, as JSON; nothing here looks into it
 * @param askedAt when it was asked for
 * @param confirmedAt when the reader confirmed it; null before
 */
public record SubscriptionRow(
        long number,
        String address,
        State state,
        String choice,
        Instant askedAt,
        @Nullable Instant confirmedAt) {
    /** How far a subscription has come. */
    public enum State {
        /** Asked for by whomever, and not confirmed by the reader. */
        ASKED,
        /** The reader wants it. */
        ACTIVE,
        /** The reader wants it no more. */
        ENDED
    }

    public SubscriptionRow {
        requireNonNull(address, "address");
        requireNonNull(state, "state");
        requireNonNull(choice, "choice");
        requireNonNull(askedAt, "askedAt");
    }
}
