package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.SignedLinks;
import org.onrecord.app.Circulation.Entry;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.DigestIssue;
import org.onrecord.digest.Letter;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.Subscriber;
import org.onrecord.digest.VolumeEstimate;
import org.onrecord.job.DigestReport;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, previews and sends digests, and sees to who gets them. */
@Command(
        name = "digest",
        description = "List digests, preview one, send one now, and see to who gets them.",
        subcommands = {DigestHistoryCommand.class, DigestUnsubscribeCommand.class, DigestResubscribeCommand.class},
        footer = {"", "Examples:", "  onrecord digest list", "  onrecord digest preview chip-exports-daily"})
final class DigestCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void run() {
        throw new ParameterException(
                Commands.lineOf(spec), "Name a subcommand: list, preview, send, history, unsubscribe or resubscribe.");
    }

    @Command(
            name = "list",
            description = {
                "List the digests with their next sending, and who gets them: those of config/digests.yaml, then those that",
                "readers asked for by themselves at /subscribe."
            },
            footer = {"", "Examples:", "  onrecord digest list", "  onrecord digest list --json"})
    int list(@Option(names = "--json", description = "Print one JSON object per digest.") boolean json) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        List<Entry<Digest>> digests =
                Circulation.of(home, Settings.read(home).digests()).digests();
        if (!Files.isDirectory(home.articles())) {
            print(
                    digests,
                    new DigestPrinter(suppressions(home), clock.instant(), digest -> Optional.empty()),
                    json,
                    out);
            return CommandLine.ExitCode.OK;
        }
        try (Reading reading = Reading.of(home)) {
            Function<Digest, Optional<VolumeEstimate>> estimates =
                    digest -> Optional.of(VolumeEstimate.of(digest, reading.search(), clock));
            print(digests, new DigestPrinter(suppressions(home), clock.instant(), estimates), json, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private static void print(List<Entry<Digest>> digests, DigestPrinter printer, boolean json, PrintWriter out) {
        for (Entry<Digest> digest : digests) {
            out.println(json ? printer.json(digest).toString() : printer.text(digest));
        }
        out.flush();
    }

    /** Who gets nothing, and why. */
    static List<Suppression> suppressions(Home home) {
        if (!Files.exists(home.state())) {
            return List.of();
        }
        try (StateStore state = StateStore.openReadOnly(home.state())) {
            return state.suppressions().all();
        }
    }

    @Command(
            name = "preview",
            description = {
                "Show the mail that a subscriber would get now. Sends and records nothing.",
                "Without an option, the whole message as it would go to the server."
            },
            footer = {
                "",
                "Examples:",
                "  onrecord digest preview chip-exports-daily > digest.eml",
                "  onrecord digest preview chip-exports-daily --text",
                "  onrecord digest preview chip-exports-daily --html digest.html"
            })
    int preview(
            @Parameters(paramLabel = "NAME", description = "The digest's id.") String name,
            @Option(
                            names = "--to",
                            paramLabel = "ADDRESS",
                            description = "For this subscriber. Default: a new one, or the reader who asked for it.")
                    @Nullable
                    String address,
            @Option(names = "--text", description = "Show the text part alone.") boolean text,
            @Option(names = "--html", paramLabel = "FILE", description = "Write the HTML part into this file.")
                    @Nullable
                    Path file) {
        CommandLine line = Commands.lineOf(spec);
        Home home = Commands.rootOf(spec).home();
        Settings settings = Settings.read(home);
        Entry<Digest> entry = find(Circulation.of(home, settings.digests()), name);
        Digest digest = entry.what();
        Subscriber subscriber = new Subscriber(address == null ? usualReader(entry) : address, Set.of(digest.id()));
        DigestIssue issue;
        try (Reading reading = Reading.of(home);
                StateStore state = StateStore.openReadOnly(home.state())) {
            DigestEditor editor = new DigestEditor(reading.search(), settings.registry());
            issue = editor.edit(digest, subscriber, clock.instant(), state.deliveries());
        }
        if (!issue.isSent()) {
            line.getErr().println("nothing is new: no mail would go out");
        }
        MailComposer composer = new MailComposer(
                settings.registry(),
                settings.general().mail(),
                Mailing.unsubscribeTokens(SignedLinks.forPreviews()),
                new ConfiguredSources(settings));
        PrintWriter out = line.getOut();
        if (file != null) {
            write(file, composer.letter(issue).html());
            out.println("written to " + file);
        }
        if (text) {
            Letter letter = composer.letter(issue);
            out.println(letter.subject());
            out.println();
            out.print(letter.text());
        } else if (file == null) {
            out.print(new String(composer.compose(issue), StandardCharsets.UTF_8));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static String usualReader(Entry<Digest> entry) {
        return switch (entry.origin()) {
            case CONFIG -> "new-subscriber@example.org";
            case SUBSCRIBE -> entry.addresses().getFirst();
        };
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + ": " + e, e);
        }
    }

    @Command(
            name = "send",
            description = "Send a digest to its subscribers now: what is new since their last one.",
            footer = {
                "",
                "Examples:",
                "  onrecord digest send chip-exports-daily",
                "  onrecord digest send chip-exports-daily --dry-run"
            })
    int send(
            @Parameters(paramLabel = "NAME", description = "The digest's id.") String name,
            @Option(names = "--dry-run", description = "Say who would get how much; send and record nothing.")
                    boolean dryRun) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        if (dryRun) {
            Home home = Commands.rootOf(spec).home();
            Settings settings = Settings.read(home);
            DigestTrial.print(
                    home, settings, find(Circulation.of(home, settings.digests()), name), clock.instant(), out);
            return CommandLine.ExitCode.OK;
        }
        try (Application application = Application.open(Commands.rootOf(spec).home(), clock)) {
            Entry<Digest> digest = find(
                    Circulation.of(
                            application.settings().digests(),
                            application.subscriptions().active()),
                    name);
            DigestReport report = application.digestRun().run(digest.what(), digest.subscribers(), clock.instant());
            print(report, out);
            return report.postponed().isEmpty()
                            && report.rejected().isEmpty()
                            && report.unknown().isEmpty()
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        }
    }

    static void print(DigestReport report, PrintWriter out) {
        report.sent().forEach(mail -> out.println("sent to " + mail.subscriber() + ": " + mail.reply()));
        report.postponed().forEach(mail -> out.println("postponed for " + mail.subscriber() + ": " + mail.reply()));
        report.unknown()
                .forEach(mail -> out.println("unknown for " + mail.subscriber() + ": " + mail.reply()
                        + "; it is sent again with the same Message-ID"));
        report.rejected().forEach(mail -> out.println("rejected for " + mail.subscriber() + ": " + mail.reply()));
        report.withoutNews().forEach(subscriber -> out.println("nothing new for " + subscriber));
        report.suppressed().forEach(suppression -> out.println(DigestPrinter.text(suppression)));
        if (report.sent().isEmpty()
                && report.postponed().isEmpty()
                && report.rejected().isEmpty()
                && report.unknown().isEmpty()
                && report.withoutNews().isEmpty()
                && report.suppressed().isEmpty()) {
            out.println("nobody subscribes to it; see subscribers in config/digests.yaml");
        }
        out.flush();
    }

    private static Entry<Digest> find(Circulation circulation, String name) {
        return circulation
                .digest(name)
                .orElseThrow(() ->
                        new CommandFailure("no digest is called " + name + "; `onrecord digest list` shows them"));
    }
}
