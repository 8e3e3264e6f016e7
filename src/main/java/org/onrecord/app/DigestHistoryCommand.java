package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.MailOutcome;
import org.onrecord.state.MailFilter;
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
            mails = state.mailHistory().newest(new MailFilter(name, to, wanted), 0, limit);
        }
        PrintWriter out = line.getOut();
        mails.forEach(mail -> out.println(json ? MailOutcome.json(mail).toString() : text(mail)));
        out.flush();
        if (mails.isEmpty()) {
            line.getErr().println("there are no such mails; `onrecord digest list` shows when the next ones go out");
        }
        return CommandLine.ExitCode.OK;
    }

    private Status status(String word) {
        return MailOutcome.status(word)
                .orElseThrow(() -> new ParameterException(
                        Commands.lineOf(spec), "--status is one of waiting, sent, unknown, not-sent, not " + word));
    }

    /** "2026-11-27 12:30Z  daily  ada@example.org  sent, at the second try: mx.example.org: 250 queued". */
    private static String text(MailRecord mail) {
        return MailOutcome.time(mail.window()) + "  " + mail.digest() + "  " + mail.subscriber() + "  "
                + MailOutcome.inWords(mail) + (mail.reply().isEmpty() ? "" : ": " + mail.reply());
    }
}
