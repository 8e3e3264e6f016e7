package org.onrecord.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.alert.AlertReader;
import org.onrecord.digest.Alert;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestCatalog;
import org.onrecord.digest.Subscriber;
import org.onrecord.state.StateStore;
import org.onrecord.subscription.ActiveSubscriptions;

/** Every digest and alert with its subscribers: those of the configuration, then those that readers asked for by themselves. */
record Circulation(List<Entry<Digest>> digests, List<Entry<Alert>> alerts) {
    /** Where it is written who gets what. */
    enum Origin {
        CONFIG("config/digests.yaml"),
        SUBSCRIBE("/subscribe");

        private final String place;

        Origin(String place) {
            this.place = place;
        }

        /** For people and in JSON. */
        String place() {
            return place;
        }
    }

    /** A digest or alert, and who gets it. */
    record Entry<T>(T what, List<Subscriber> subscribers, Origin origin) {
        Entry {
            subscribers = List.copyOf(subscribers);
        }

        List<String> addresses() {
            return subscribers.stream().map(Subscriber::address).toList();
        }
    }

    Circulation {
        digests = List.copyOf(digests);
        alerts = List.copyOf(alerts);
    }

    /** Of a home, also beside a running server; without a state store nobody has asked for anything. */
    static Circulation of(Home home, DigestCatalog catalog) {
        if (!Files.exists(home.state())) {
            return new Circulation(configuredDigests(catalog), configuredAlerts(catalog));
        }
        try (StateStore state = StateStore.openReadOnly(home.state())) {
            return of(catalog, new ActiveSubscriptions(state));
        }
    }

    static Circulation of(DigestCatalog catalog, ActiveSubscriptions asked) {
        List<Entry<Digest>> digests = new ArrayList<>(configuredDigests(catalog));
        List<Entry<Alert>> alerts = new ArrayList<>(configuredAlerts(catalog));
        asked.digests()
                .forEach(own -> digests.add(new Entry<>(own.digest(), List.of(own.subscriber()), Origin.SUBSCRIBE)));
        for (AlertReader own : asked.alertReaders()) {
            alerts.add(new Entry<>(own.alert(), List.of(own.subscriber()), Origin.SUBSCRIBE));
        }
        return new Circulation(digests, alerts);
    }

    Optional<Entry<Digest>> digest(String id) {
        return digests.stream().filter(entry -> entry.what().id().equals(id)).findFirst();
    }

    Optional<Entry<Alert>> alert(String id) {
        return alerts.stream().filter(entry -> entry.what().id().equals(id)).findFirst();
    }

    private static List<Entry<Digest>> configuredDigests(DigestCatalog catalog) {
        return catalog.digests().stream()
                .map(digest -> new Entry<>(
                        digest,
                        catalog.subscribers().stream()
                                .filter(subscriber -> subscriber.digests().contains(digest.id()))
                                .toList(),
                        Origin.CONFIG))
                .toList();
    }

    private static List<Entry<Alert>> configuredAlerts(DigestCatalog catalog) {
        return catalog.alerts().stream()
                .map(alert -> new Entry<>(
                        alert,
                        catalog.subscribers().stream()
                                .filter(subscriber -> subscriber.alerts().contains(alert.id()))
                                .toList(),
                        Origin.CONFIG))
                .toList();
    }
}
