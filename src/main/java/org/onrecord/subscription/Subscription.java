package org.onrecord.subscription;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.Alert;
import org.onrecord.digest.Digest;
import org.onrecord.digest.Subscriber;
import org.onrecord.state.SubscriptionRow;

/**
 * What one reader asked for.
 *
 * @param number what it is known by
 * @param address the reader's mail address
 * @param state how far it has come
 * @param choice what the reader wants
 * @param askedAt when it was asked for
 * @param confirmedAt when the reader confirmed it; null before
 */
public record Subscription(
        long number,
        String address,
        SubscriptionRow.State state,
        Choice choice,
        Instant askedAt,
        @Nullable Instant confirmedAt) {
    public Subscription {
        requireNonNull(address, "address");
        requireNonNull(state, "state");
        requireNonNull(choice, "choice");
        requireNonNull(askedAt, "askedAt");
    }

    static Subscription of(SubscriptionRow row) {
        return new Subscription(
                row.number(),
                row.address(),
                row.state(),
                ChoiceJson.read(row.choice()),
                row.askedAt(),
                row.confirmedAt());
    }

    /** The id under which its mails are sent and remembered. */
    public String id() {
        return "subscription-" + number;
    }

    /** For a choice of that kind. */
    public Digest digest() {
        return choice.digest(id());
    }

    /** For a choice of that kind. */
    public Alert alert() {
        return choice.alert(id());
    }

    public Subscriber subscriber() {
        return switch (choice.kind()) {
            case DIGEST -> new Subscriber(address, Set.of(id()));
            case ALERT -> new Subscriber(address, Set.of(), Set.of(id()), choice.quiet());
        };
    }
}
