package org.onrecord.app;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestCatalog;
import org.onrecord.digest.Subscriber;
import org.onrecord.digest.VolumeEstimate;
import org.onrecord.json.Json;
import org.onrecord.state.Suppression;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Digests and their subscribers as lines for people and as JSON.
 *
 * @param estimates how much a digest brings; empty where no index can tell
 */
record DigestPrinter(
        DigestCatalog catalog,
        List<Suppression> suppressions,
        Instant now,
        Function<Digest, Optional<VolumeEstimate>> estimates) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm VV", Locale.ROOT);

    DigestPrinter {
        suppressions = List.copyOf(suppressions);
    }

    List<Digest> digests() {
        return catalog.digests();
    }

    /** A line, and one more for each subscriber that is left out. */
    String text(Digest digest) {
        StringBuilder text = new StringBuilder(digest.id() + "  " + digest.name() + ", "
                + SearchCommand.count(subscribers(digest).size(), "subscriber") + ", next "
                + TIME.format(digest.nextAfter(now).atZone(digest.zone())));
        estimates.apply(digest).ifPresent(estimate -> text.append(", ").append(estimate.inWords()));
        suppressed(digest).forEach(suppression -> text.append("\n    ").append(text(suppression)));
        return text.toString();
    }

    /** {@code id name next zone items_per_week subscribers suppressed}, the last as objects; without an index no estimate. */
    ObjectNode json(Digest digest) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", digest.id());
        json.put("name", digest.name());
        json.put("next", digest.nextAfter(now).toString());
        json.put("zone", digest.zone().getId());
        estimates.apply(digest).ifPresent(estimate -> json.put("items_per_week", estimate.perWeek()));
        ArrayNode addresses = json.putArray("subscribers");
        subscribers(digest).forEach(addresses::add);
        ArrayNode leftOut = json.putArray("suppressed");
        suppressed(digest).forEach(suppression -> leftOut.add(json(suppression)));
        return json;
    }

    /** "bo@example.org gets nothing: unsubscribed 2026-11-20 by the link in a mail". */
    static String text(Suppression suppression) {
        return suppression.address() + " gets nothing: " + suppression.inWords()
                + switch (suppression.kind()) {
                    case UNSUBSCRIBED -> "";
                    case REFUSED -> "; when it is right again: onrecord digest resubscribe " + suppression.address();
                    case PAUSED ->
                        "; when it is narrower: onrecord digest resubscribe " + suppression.address() + " "
                                + suppression.digest();
                };
    }

    private static ObjectNode json(Suppression suppression) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("address", suppression.address());
        json.put("kind", suppression.kind().name().toLowerCase(Locale.ROOT));
        json.put("since", suppression.since().toString());
        json.put("reason", suppression.reason());
        return json;
    }

    private List<String> subscribers(Digest digest) {
        return catalog.subscribers().stream()
                .filter(subscriber -> subscriber.digests().contains(digest.id()))
                .map(Subscriber::address)
                .toList();
    }

    private List<Suppression> suppressed(Digest digest) {
        List<String> subscribers = subscribers(digest);
        return suppressions.stream()
                .filter(suppression -> subscribers.contains(suppression.address()))
                .filter(suppression -> suppression.digest().equals(digest.id())
                        || suppression.digest().equals(Suppression.ALL))
                .toList();
    }
}
