package org.onrecord.subscription;

import java.util.List;
import org.onrecord.alert.AlertReader;
import org.onrecord.state.StateStore;
import org.onrecord.state.SubscriptionRow.State;
import org.onrecord.state.SubscriptionRows;

/** The subscriptions that readers have confirmed and not ended; also for a command beside a running server. */
public final class ActiveSubscriptions {
    private final SubscriptionRows rows;

    public ActiveSubscriptions(StateStore state) {
        this.rows = state.subscriptions();
    }

    /** All of them. */
    public List<Subscription> all() {
        return rows.in(State.ACTIVE).stream().map(Subscription::of).toList();
    }

    /** Those that are digests. */
    public List<Subscription> digests() {
        return all().stream()
                .filter(subscription -> subscription.choice().kind() == Choice.Kind.DIGEST)
                .toList();
    }

    /** Those that are alerts. */
    public List<AlertReader> alertReaders() {
        return all().stream()
                .filter(subscription -> subscription.choice().kind() == Choice.Kind.ALERT)
                .map(subscription -> new AlertReader(subscription.alert(), subscription.subscriber()))
                .toList();
    }
}
