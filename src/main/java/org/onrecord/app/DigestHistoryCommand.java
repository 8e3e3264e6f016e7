package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.state.MailRecord;
import org.onrecord.state.MailRecord.Status;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Shows what became of the mails. */
@Command(
        name = "history",
        description = {
            "Show what became of the mails, the newest first.",
            "sent: a server took it. waiting: it is tried again. not-sent: it was refused, or its reader left."
                    + " unknown: the server's answer was lost; the mail is sent again with the same Message-ID."
        },
        footer = {
            "",
            "Examples:",
            "  onrecord digest history chip-exports-daily",
            "  onrecord digest history --status unknown --json"
        })
final class DigestHistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The digest's id. Default: all.")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "ADDRESS", description = "To this address alone.")
    private @Nullable String address;

    @Option(names = "--status", paramLabel = "STATUS", description = "One of waiting, sent, unknown, not-sent.")
    private @Nullable String status;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most. Default: 50.")
    private int limit = 50;

    @Option(names = "--json", description = "Print one JSON object per mail.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Commands.lineOf(spec);
        Status wanted = status == null ? null : status(status);
        String to = address == null ? null : DigestUnsubscribeCommand.checked(address);
        List<MailRecord> mails;
        try (StateStore state =
                StateStore.openReadOnly(Commands.rootOf(spec).home().state())) {
            mails = state.mailHistory().newest(name, to, wanted, limit);
        }
        PrintWriter out = line.getOut();
        mails.forEach(mail -> out.println(json ? json(mail).toString() : text(mail)));
        out.flush();
        if (mails.isEmpty()) {
            line.getErr().println("there are no such mails; `onrecord digest list` shows when the next ones go out");
        }
        return CommandLine.ExitCode.OK;
    }

    private Status status(String word) {
        try {
            return Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Commands.lineOf(spec), "--status is one of waiting, sent, unknown, not-sent, not " + word, e);
        }
    }

    /** "2026-11-27 12:30Z  daily  ada@example.org  sent, at the second try: mx.example.org: 250 queued". */
    private static String text(MailRecord mail) {
        String tries = mail.attempts() < 2 ? "" : " after " + mail.attempts() + " tries";
        String lost = mail.unknownAt() == null ? "" : ", no answer at " + TIME.format(mail.unknownAt());
        String next = mail.nextAttemptAt() == null ? "" : ", next try " + TIME.format(mail.nextAttemptAt());
        String status = switch (mail.status()) {
            case SENT -> "sent" + tries + (lost.isEmpty() ? "" : lost + ", so perhaps twice");
            case WAITING -> "waiting" + tries + next;
            case UNKNOWN -> "unknown" + tries + lost + next;
            case NOT_SENT -> "not sent" + tries;
        };
        return TIME.format(mail.window()) + "  " + mail.digest() + "  " + mail.subscriber() + "  " + status
                + (mail.reply().isEmpty() ? "" : ": " + mail.reply());
    }

    /** {@code message_id digest subscriber window status attempts next reply answered unknown}. */
    private static ObjectNode json(MailRecord mail) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("message_id", mail.messageId());
        json.put("digest", mail.digest());
        json.put("subscriber", mail.subscriber());
        json.put("window", mail.window().toString());
        json.put("status", mail.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
