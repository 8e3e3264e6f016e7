package org.onrecord.access;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppression.Kind;
import org.onrecord.state.Suppressions;

/**
 * Lets readers stop a digest by the address that its mails carry, without a log-in, and come back by the same address. Who
 * left gets nothing, wherever the subscription is written down.
 */
public final class Unsubscribing {
    private static final String PURPOSE = "unsubscribe";

    private final SignedLinks links;
    private final Suppressions suppressions;
    private final Clock clock;

    Unsubscribing(SignedLinks links, Suppressions suppressions, Clock clock) {
        this.links = links;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * A reader of a digest.
     *
     * @param address the reader's mail address
     * @param digest the digest's id
     * @param name the digest's name for people, one line
     */
    public record Subscription(String address, String digest, String name) {
        public Subscription {
            requireNonNull(address, "address");
            requireNonNull(digest, "digest");
            requireNonNull(name, "name");
        }
    }

    /** What ends the address by which this reader stops this digest. */
    public static String token(SignedLinks links, Subscription subscription) {
        return links.token(PURPOSE, List.of(subscription.address(), subscription.digest(), subscription.name()));
    }

    /** Whom and what a token is for; empty when it was not made here. */
    public Optional<Subscription> read(String token) {
        return links.read(PURPOSE, token)
                .filter(words -> words.size() == 3)
                .map(words -> new Subscription(words.get(0), words.get(1), words.get(2)));
    }

    /** Whether the reader has left, or gets nothing because an alert brought too much: either is undone by {@link #comeBack}. */
    public boolean hasLeft(Subscription subscription) {
        return suppressions
                .of(subscription.address(), subscription.digest())
                .filter(suppression -> suppression.kind() != Kind.REFUSED)
                .isPresent();
    }

    /**
     * From now on the reader does not get the digest; does nothing when that is so already.
     *
     * @param how by which way, in words for whoever runs the program
     */
    public void leave(Subscription subscription, String how) {
        suppressions.add(new Suppression(
                subscription.address(), subscription.digest(), Kind.UNSUBSCRIBED, how, clock.instant()));
    }

    /** The reader gets the digest again. */
    public void comeBack(Subscription subscription) {
        suppressions.lift(subscription.address(), subscription.digest());
    }
}
