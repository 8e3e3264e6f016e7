package org.onrecord.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onrecord.eval.Gold;
import org.onrecord.eval.Predictions;
import org.onrecord.eval.Scorer;
import org.onrecord.registry.Registry;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the tagging, or somebody else's, against annotated articles. */
@Command(
        name = "eval",
        description =
                "Score the tagging against annotated articles: precision, recall and F1 of every kind of finding.",
        footer = {
            "",
            "The figures and the form of annotated articles are explained in docs/quality.md.",
            "",
            "Examples:",
            "  onrecord eval annotated.jsonl",
            "  onrecord eval --errors 20 annotated.jsonl more.jsonl",
            "  onrecord tag --jsonl annotated.jsonl > found.jsonl; onrecord eval --predictions found.jsonl annotated.jsonl"
        })
final class EvalCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    @Option(
            names = "--json",
            description = "Print the figures as one JSON object; with --errors, a line more for each.")
    private boolean json;

    @Option(names = "--errors", paramLabel = "N", description = "List the first N errors. Default: none.")
    private int errors;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Score what `tag --jsonl` or another tagger wrote, instead of tagging now.")
    private @Nullable Path predictions;

    @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Annotated articles, one JSON object per line.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        if (errors < 0) {
            throw new ParameterException(commandLine, "--errors takes a number from 0, not " + errors + ".");
        }
        Gold gold = Gold.read(files);
        Predictions found = predictions == null ? tagged(gold) : Predictions.read(predictions, gold);
        note(gold.repeated(), "annotated more than once, of which the last counts");
        note(found.missing(gold), "without prediction, scored as if nothing was found");
        note(found.unasked(), "predicted but not annotated, which do not count");
        Scorer scorer = new Scorer().add(gold, found);
        ScorePrinter printer = new ScorePrinter(commandLine.getOut());
        if (json) {
            printer.json(scorer, errors);
        } else {
            printer.table(scorer, errors);
        }
        return CommandLine.ExitCode.OK;
    }

    private Predictions tagged(Gold gold) {
        Home home = Commands.rootOf(spec).home();
        Registry registry = Settings.registry(home);
        Tagger tagger = OpenNlpTagger.load(registry, Settings.general(home).tag(), home.models());
        AtomicInteger done = new AtomicInteger();
        try (Progress progress = Progress.of("tagging")) {
            return Predictions.by(
                    article -> {
                        progress.update(done.getAndIncrement(), gold.texts().size());
                        return tagger.tag(article);
                    },
                    gold);
        }
    }

    private void note(Collection<String> ids, String what) {
        if (!ids.isEmpty()) {
            String named = String.join(", ", ids.stream().sorted().limit(NAMED).toList());
            String more = ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : "";
            PrintWriter err = Commands.lineOf(spec).getErr();
            err.println("onrecord: " + SearchCommand.count(ids.size(), "article") + " " + what + ": " + named + more);
            err.flush();
        }
    }
}
