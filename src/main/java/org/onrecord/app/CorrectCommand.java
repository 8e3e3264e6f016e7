package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.CorrectionException;
import org.onrecord.correction.CorrectionJson;
import org.onrecord.correction.Corrections;
import org.onrecord.correction.TypedVerdict;
import org.onrecord.correction.VerdictWords;
import org.onrecord.state.Correction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Corrects tags of statements. Works beside a running server, which shows it within seconds. */
@Command(
        name = "correct",
        description = "Correct what was found: who speaks, the act, the side taken; or say that it is no statement. A"
                + " correction holds over everything that is found later.",
        footer = {
            "",
            "Examples:",
            "  onrecord correct show https://news.example/a",
            "  onrecord correct statement https://news.example/a 'clear rules' --stance ai-chip-exports:for",
            "  onrecord correct statement 5d41402abc4b2a76 120-180 --speaker elizabeth-warren --act criticize",
            "  onrecord correct statement 5d41402abc4b2a76 120-180 --wrong",
            "  onrecord correct undo 3"
        })
final class CorrectCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: show, statement, list or undo.");
    }

    @Command(
            name = "show",
            description = "List the statements of an article with their places.",
            footer = {"", "Example: onrecord correct show https://news.example/a"})
    int show(@Parameters(paramLabel = "ID|URL", description = "The article's id or address.") String article) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        List<Statement> statements = find(article).statements();
        statements.forEach(statement -> out.println(line(statement)));
        if (statements.isEmpty()) {
            out.println("no statement was found in it; `onrecord correct statement` adds one");
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "statement",
            description = "Say what is right about a statement, or add one that was missed.",
            footer = {
                "",
                "Example: onrecord correct statement https://news.example/a 'clear rules' --stance ai-chip-exports:for"
            })
    int statement(
            @Parameters(paramLabel = "ID|URL", description = "The article's id or address.") String article,
            @Parameters(
                            paramLabel = "PLACE|WORDS",
                            description = "The statement's place, such as 120-180; or words that only it has; or, to"
                                    + " add a statement, exactly its words.")
                    String words,
            @Option(
                            names = "--speaker",
                            paramLabel = "ACTOR",
                            defaultValue = "",
                            description = "Who speaks: an id or name, or nobody.")
                    String speaker,
            @Option(
                            names = "--source",
                            paramLabel = "WORDS",
                            defaultValue = "",
                            description = "The words that name the speaker, where they cannot be told otherwise.")
                    String source,
            @Option(
                            names = "--act",
                            defaultValue = "",
                            description = "assert, announce, support, criticize, warn, urge, deny or lobbying.")
                    String act,
            @Option(
                            names = "--stance",
                            paramLabel = "STANCE",
                            defaultValue = "",
                            description = "The side it takes: ISSUE:for, ISSUE:against or none.")
                    String stance,
            @Option(names = "--wrong", description = "The words are nobody's statement.") boolean wrong,
            @Option(names = "--note", defaultValue = "", description = "Why, for others.") String note) {
        TaggedArticle found = find(article);
        PrintWriter out = Commands.lineOf(spec).getOut();
        return change(corrections -> {
            Correction made =
                    corrections.add(found, words, source, new TypedVerdict(speaker, act, stance, !wrong), note);
            out.println("correction " + made.number() + ": " + made.content().text());
        });
    }

    @Command(
            name = "list",
            description = "List all corrections, newest first.",
            footer = {"", "Example: onrecord correct list --json"})
    int list(@Option(names = "--json", description = "Print one JSON object per line.") boolean json) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (StateBeside beside = StateBeside.open(home())) {
            List<Correction> all = corrections(beside).all();
            all.forEach(one -> out.println(json ? CorrectionJson.write(one) : line(one)));
            if (all.isEmpty() && !json) {
                out.println("nothing was corrected yet");
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "undo",
            description = "Take a correction back.",
            footer = {"", "Example: onrecord correct undo 3"})
    int undo(@Parameters(paramLabel = "NUMBER", description = "Its number, as `list` prints it.") long number) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        return change(corrections -> {
            if (corrections.withdraw(number).isEmpty()) {
                throw new CorrectionException(
                        "no correction " + number + " holds; `onrecord correct list` prints their numbers");
            }
            out.println("taken back");
        });
    }

    private interface Change {
        void by(Corrections corrections);
    }

    /** Writes first; the index follows here, or in the server that runs. */
    private int change(Change change) {
        boolean alone;
        try (StateBeside beside = StateBeside.open(home())) {
            change.by(corrections(beside));
            alone = beside.isAlone();
        } catch (CorrectionException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        if (alone) {
            try (Application application = Application.open(home(), Clock.systemUTC())) {
                application.showCorrections();
            }
        } else {
            Commands.lineOf(spec).getErr().println("onrecord: the running server shows it within seconds");
        }
        Commands.lineOf(spec).getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private Corrections corrections(StateBeside beside) {
        return new Corrections(
                beside.state().corrections(), Settings.read(home()).registry(), Clock.systemUTC());
    }

    private TaggedArticle find(String article) {
        try (Reading reading = Reading.of(home())) {
            Optional<TaggedArticle> found = reading.search().article(Commands.article(article));
            return found.orElseThrow(() -> new CommandFailure(
                    "there is no article " + article + "; `onrecord search --json` prints ids and addresses"));
        }
    }

    private Home home() {
        return Commands.rootOf(spec).home();
    }

    private static String line(Statement statement) {
        String speaker = statement.speaker() == null
                ? "nobody"
                : statement.speaker().passage().text()
                        + (statement.speaker().actor() == null
                                ? ""
                                : " (" + statement.speaker().actor() + ")");
        String stand = statement.stand().issue() == null
                ? ""
                : ", " + statement.stand().issue() + ":"
                        + statement.stand().position().label();
        return statement.content().start() + "-" + statement.content().end() + "  " + speaker + ", " + statement.deed()
                + stand + (statement.corrected() ? ", corrected" : "") + "\n    "
                + statement.content().text();
    }

    private static String line(Correction correction) {
        return correction.number() + "  "
                + correction.madeAt().atZone(ZoneId.systemDefault()).toLocalDate()
                + (correction.withdrawnAt() == null ? "" : "  taken back") + "  "
                + VerdictWords.of(correction.verdict(), ActorId::value, IssueId::value) + "  (article "
                + correction.article() + ")\n    " + correction.content().text()
                + (correction.note().isEmpty() ? "" : "\n    note: " + correction.note());
    }
}
