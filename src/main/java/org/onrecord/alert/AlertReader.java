package org.onrecord.alert;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.onrecord.digest.Alert;
import org.onrecord.digest.DigestCatalog;
import org.onrecord.digest.Subscriber;
import org.onrecord.watch.Watcher;

/** Somebody who gets an alert. */
public record AlertReader(Alert alert, Subscriber subscriber) {
    public AlertReader {
        requireNonNull(alert, "alert");
        requireNonNull(subscriber, "subscriber");
    }

    /** Those of the configuration. */
    public static List<AlertReader> of(DigestCatalog catalog) {
        return catalog.alerts().stream()
                .flatMap(alert -> catalog.subscribers().stream()
                        .filter(subscriber -> subscriber.alerts().contains(alert.id()))
                        .map(subscriber -> new AlertReader(alert, subscriber)))
                .toList();
    }

    Watcher watcher() {
        return new Watcher("alert:" + alert.id() + ":" + subscriber.address(), alert.query());
    }
}
