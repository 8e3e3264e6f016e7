package org.onrecord.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Memory;
import org.onrecord.bench.Round;
import org.onrecord.bench.Turns;
import org.onrecord.tag.OpenNlpTagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures tagging against the tagger's own models without its rules. */
@Command(
        name = "tag",
        description = "Tagging, against the same models called bare in a loop.",
        footer = {
            "",
            "What the lines mean is explained in docs/quality.md.",
            "",
            "Examples:",
            "  onrecord bench tag",
            "  onrecord bench tag --articles articles.jsonl --seconds 60 --json"
        })
final class BenchTagCommand implements Callable<Integer> {
    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "English articles, one JSON object per line with id and text. Default: the annotated training"
                    + " articles of a source tree, else the demo's.")
    private @Nullable Path file;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long to measure, after as much warm-up at most; five rounds at least. Default: 30.")
    private int seconds = 30;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the articles' order and the interval. Default: 1.")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        if (seconds < 0 || seconds > 3_600) {
            throw new ParameterException(commandLine, "--seconds takes 0 to 3600, not " + seconds + ".");
        }
        Path program = Path.of(System.getProperty("onrecord.launcher", "."));
        List<Article> articles = BenchArticles.of(file, program);
        Home home = Commands.rootOf(spec).home();
        Machine machine = Machine.now(program);
        long start = System.nanoTime();
        OpenNlpTagger tagger = OpenNlpTagger.load(
                Settings.registry(home), Settings.general(home).tag(), home.models());
        Duration load = Duration.ofNanos(System.nanoTime() - start);
        Optional<Memory> loaded = Memory.now();
        Turns<Article> turns = new Turns<>(
                articles,
                Turns::words,
                article -> findings(tagger.tag(article)),
                tagger.bareModels()::bare,
                Turns.WORDS_PER_ROUND,
                seed);
        Turns.WarmUp warmUp = turns.warmUp(Duration.ofSeconds(seconds));
        List<Round> rounds = turns.measure(Duration.ofSeconds(seconds));
        TagSpeed speed = new TagSpeed(articles.size(), rounds, warmUp, load, loaded, Memory.now(), machine, seed);
        speed.print(commandLine.getOut(), json);
        return CommandLine.ExitCode.OK;
    }

    private static int findings(TaggedArticle tagged) {
        return tagged.mentions().size()
                + tagged.statements().size()
                + tagged.events().size()
                + tagged.figures().size();
    }
}
