package org.onrecord.app;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.DigestRun;
import org.onrecord.job.Schedule;
import org.onrecord.state.Deliveries;
import org.onrecord.subscription.Subscription;
import org.onrecord.subscription.Subscriptions;

/** Keeps the digests that readers asked for on the schedule, as they begin, change and end. */
final class SubscriptionJobs {
    private final Subscriptions subscriptions;
    private final Schedule schedule;
    private final DigestRun digests;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<String, Subscription> scheduled = new HashMap<>();

    SubscriptionJobs(
            Subscriptions subscriptions, Schedule schedule, DigestRun digests, Deliveries deliveries, Clock clock) {
        this.subscriptions = subscriptions;
        this.schedule = schedule;
        this.digests = digests;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Brings the schedule up to date with what readers want, and forgets what was never confirmed. */
    synchronized void update() {
        Map<String, Subscription> wanted = subscriptions.active().digests().stream()
                .collect(Collectors.toMap(Subscription::id, Function.identity()));
        Set<String> changed = new HashSet<>();
        for (String id : List.copyOf(scheduled.keySet())) {
            if (!Optional.ofNullable(scheduled.get(id)).equals(Optional.ofNullable(wanted.get(id)))) {
                schedule.stopSending(id);
                scheduled.remove(id);
                changed.add(id);
            }
        }
        wanted.forEach((id, subscription) -> {
            if (scheduled.putIfAbsent(id, subscription) == null) {
                @Nullable Instant confirmed = subscription.confirmedAt();
                Instant begun = confirmed == null ? subscription.askedAt() : confirmed;
                // Who moves the time of sending to an hour ago does not want a mail for that hour.
                Instant last = changed.contains(id)
                        ? clock.instant()
                        : deliveries.lastRun(id).orElse(begun);
                schedule.send(
                        subscription.digest(),
                        last,
                        (digest, window) -> digests.run(digest, List.of(subscription.subscriber()), window));
            }
        });
        subscriptions.tidy();
    }
}
