package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.Circulation.Entry;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEdition;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.DigestIssue;
import org.onrecord.digest.Subscriber;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;

/** Says what a digest would bring to each subscriber now; sends and records nothing, also beside a running server. */
final class DigestTrial {
    private DigestTrial() {}

    static void print(Home home, Settings settings, Entry<Digest> entry, Instant now, PrintWriter out) {
        Digest digest = entry.what();
        List<Subscriber> subscribers = entry.subscribers();
        try (Reading reading = Reading.of(home);
                StateStore state = StateStore.openReadOnly(home.state())) {
            DigestEdition edition = new DigestEditor(reading.search(), settings.registry()).edition(digest, now);
            for (Subscriber subscriber : subscribers) {
                Optional<Suppression> suppression = state.suppressions().of(subscriber.address(), digest.id());
                out.println(suppression
                        .map(DigestPrinter::text)
                        .orElseGet(() -> line(edition.issueFor(subscriber, state.deliveries()))));
            }
        }
        if (subscribers.isEmpty()) {
            out.println("nobody subscribes to it; see subscribers in config/digests.yaml");
        }
        out.flush();
    }

    private static String line(DigestIssue issue) {
        String address = issue.subscriber().address();
        return issue.isSent()
                ? "would send to " + address + ": " + issue.size() + " new"
                : "nothing new for " + address;
    }
}
