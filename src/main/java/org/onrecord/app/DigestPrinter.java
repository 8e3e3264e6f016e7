package org.onrecord.app;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.onrecord.app.Circulation.Entry;
import org.onrecord.digest.Digest;
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
        List<Suppression> suppressions, Instant now, Function<Digest, Optional<VolumeEstimate>> estimates) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm VV", Locale.ROOT);

    DigestPrinter {
        suppressions = List.copyOf(suppressions);
    }

    /** A line, and one more for each subscriber that is left out. */
    String text(Entry<Digest> entry) {
        Digest digest = entry.what();
        StringBuilder text = new StringBuilder(digest.id() + "  " + digest.name() + ", " + subscribers(entry)
                + ", next " + TIME.format(digest.nextAfter(now).atZone(digest.zone())));
        estimates.apply(digest).ifPresent(estimate -> text.append(", ").append(estimate.inWords()));
        suppressed(entry, digest.id(), suppressions)
                .forEach(suppression -> text.append("\n    ").append(text(suppression)));
        return text.toString();
    }

    /** "3 subscribers"; of one that a reader asked for, "for ada@example.org by /subscribe". */
    static String subscribers(Entry<?> entry) {
        return switch (entry.origin()) {
            case CONFIG -> SearchCommand.count(entry.subscribers().size(), "subscriber");
            case SUBSCRIBE ->
                "for " + String.join(", ", entry.addresses()) + " by "
                        + entry.origin().place();
        };
    }

    /**
     * {@code id name from next zone items_per_week subscribers suppressed}, the last as objects; {@code from} is where it is
     * written, {@code config/digests.yaml} or {@code /subscribe}; without an index no estimate.
     */
    ObjectNode json(Entry<Digest> entry) {
        Digest digest = entry.what();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", digest.id());
        json.put("name", digest.name());
        json.put("from", entry.origin().place());
        json.put("next", digest.nextAfter(now).toString());
        json.put("zone", digest.zone().getId());
        estimates.apply(digest).ifPresent(estimate -> json.put("items_per_week", estimate.perWeek()));
        ArrayNode addresses = json.putArray("subscribers");
        entry.addresses().forEach(addresses::add);
        ArrayNode leftOut = json.putArray("suppressed");
        suppressed(entry, digest.id(), suppressions).forEach(suppression -> leftOut.add(json(suppression)));
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

    static ObjectNode json(Suppression suppression) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("address", suppression.address());
        json.put("kind", suppression.kind().name().toLowerCase(Locale.ROOT));
        json.put("since", suppression.since().toString());
        json.put("reason", suppression.reason());
        return json;
    }

    /** Those subscribers of a digest or alert that do not get it. */
    static List<Suppression> suppressed(Entry<?> entry, String id, List<Suppression> suppressions) {
        List<String> addresses = entry.addresses();
        return suppressions.stream()
                .filter(suppression -> addresses.contains(suppression.address()))
                .filter(suppression ->
                        suppression.digest().equals(id) || suppression.digest().equals(Suppression.ALL))
                .toList();
    }
}
