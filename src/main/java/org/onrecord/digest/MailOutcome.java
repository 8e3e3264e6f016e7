package org.onrecord.digest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.state.MailRecord;
import org.onrecord.state.MailRecord.Status;
import tools.jackson.databind.node.ObjectNode;

/** What became of a mail, in words and as JSON; the same at the command line and on the web page. */
public final class MailOutcome {
    /** The fields of the JSON form that make columns of a table. */
    public static final List<String> COLUMNS = List.of(
            "message_id",
            "digest",
            "subscriber",
            "window",
            "status",
            "attempts",
            "next",
            "reply",
            "answered",
            "unknown");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private MailOutcome() {}

    /** {@code waiting}, {@code sent}, {@code unknown} or {@code not-sent}. */
    public static String label(Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status with a label; empty when none has it. */
    public static Optional<Status> status(String label) {
        return Arrays.stream(Status.values())
                .filter(status -> label(status).equals(label))
                .findFirst();
    }

    /** "sent after 2 tries", "waiting, next try 2026-11-27 12:30Z". */
    public static String inWords(MailRecord mail) {
        String tries = mail.attempts() < 2 ? "" : " after " + mail.attempts() + " tries";
        String lost = mail.unknownAt() == null ? "" : ", no answer at " + time(mail.unknownAt());
        String next = mail.nextAttemptAt() == null ? "" : ", next try " + time(mail.nextAttemptAt());
        return switch (mail.status()) {
            case SENT -> "sent" + tries + (lost.isEmpty() ? "" : lost + ", so perhaps twice");
            case WAITING -> "waiting" + tries + next;
            case UNKNOWN -> "unknown" + tries + lost + next;
            case NOT_SENT -> "not sent" + tries;
        };
    }

    /** "2026-11-27 12:30Z". */
    public static String time(Instant moment) {
        return TIME.format(moment);
    }

    /** {@code message_id digest subscriber window status attempts next reply answered unknown}. */
    public static ObjectNode json(MailRecord mail) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("message_id", mail.messageId());
        json.put("digest", mail.digest());
        json.put("subscriber", mail.subscriber());
        json.put("window", mail.window().toString());
        json.put("status", label(mail.status()));
        json.put("attempts", mail.attempts());
        json.put("next", text(mail.nextAttemptAt()));
        json.put("reply", mail.reply());
        json.put("answered", text(mail.answeredAt()));
        json.put("unknown", text(mail.unknownAt()));
        return json;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
