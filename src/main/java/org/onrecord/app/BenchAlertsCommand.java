package org.onrecord.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Turns;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.PlainNames;
import org.onrecord.registry.Registry;
import org.onrecord.search.BareMonitor;
import org.onrecord.search.KnownNames;
import org.onrecord.search.SavedQueries;
import org.onrecord.search.StandingQueries;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.Tagger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the comparing of articles with many saved searches against lucene-monitor alone, and against tagging. */
@Command(
        name = "alerts",
        description = "Comparing each article with 10,000 saved searches, against lucene-monitor alone.",
        footer = {
            "",
            "What the lines mean is explained in docs/quality.md.",
            "",
            "Examples:",
            "  onrecord bench alerts",
            "  onrecord bench alerts --searches 50000 --json"
        })
final class BenchAlertsCommand implements Callable<Integer> {
    private static final int ARTICLES = 200;

    @Option(
            names = "--searches",
            paramLabel = "N",
            description = "How many searches are saved, 100 to 200000. Default: 10000.")
    private int searches = 10_000;

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

    @Option(names = "--seed", paramLabel = "N", description = "Seed of searches, order and interval. Default: 1.")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine commandLine = Commands.lineOf(spec);
        if (searches < 100 || searches > 200_000) {
            throw new ParameterException(commandLine, "--searches takes 100 to 200000, not " + searches + ".");
        }
        if (seconds < 0 || seconds > 3_600) {
            throw new ParameterException(commandLine, "--seconds takes 0 to 3600, not " + seconds + ".");
        }
        Path program = Path.of(System.getProperty("onrecord.launcher", "."));
        Machine machine = Machine.now(program);
        Home home = Commands.rootOf(spec).home();
        Registry registry = Settings.registry(home);
        List<Article> articles =
                BenchArticles.of(file, program).stream().limit(ARTICLES).toList();
        Tagger tagger = OpenNlpTagger.load(registry, Settings.general(home).tag(), home.models());
        List<TaggedArticle> tagged = new ArrayList<>();
        Duration tagging = tag(articles, tagger, tagged);
        PlainNames names = new PlainNames(registry);
        Path folder = Files.createTempDirectory("onrecord-bench-alerts");
        try (LuceneIndex index = LuceneIndex.open(folder, names::of);
                StandingQueries ours = new StandingQueries(
                        index::documents,
                        index::frequency,
                        Clock.systemUTC(),
                        SavedQueries.NONE,
                        new KnownNames(registry.actors().stream().map(Actor::id).toList(), names::of));
                BareMonitor bare = new BareMonitor(index::documents)) {
            tagged.forEach(index::add);
            index.refresh();
            AlertQuestions questions = AlertQuestions.of(tagged, searches, new Random(seed));
            ours.stand(questions.queries());
            questions.giveTo(bare);
            int different = questions.different(tagged, ours::matching, bare::matching);
            Turns<TaggedArticle> turns = new Turns<>(
                    tagged,
                    article -> Turns.words(article.article()),
                    article -> ours.matching(article).size(),
                    article -> bare.matching(article).size(),
                    Turns.WORDS_PER_ROUND,
                    seed);
            Turns.WarmUp warmUp = turns.warmUp(Duration.ofSeconds(seconds));
            new AlertSpeed(
                            questions.queries().size(),
                            tagged.size(),
                            turns.measure(Duration.ofSeconds(seconds)),
                            warmUp,
                            tagging,
                            different,
                            machine,
                            seed)
                    .print(commandLine.getOut(), json);
        } finally {
            BenchSearchCommand.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    /** CPU time for an article, of the second half: the first warms the machine up. */
    private static Duration tag(List<Article> articles, Tagger tagger, List<TaggedArticle> tagged) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = 0;
        for (int i = 0; i < articles.size(); i++) {
            if (i == articles.size() / 2) {
                start = threads.getCurrentThreadCpuTime();
            }
            tagged.add(tagger.tag(articles.get(i)));
        }
        int measured = articles.size() - articles.size() / 2;
        return Duration.ofNanos((threads.getCurrentThreadCpuTime() - start) / measured);
    }
}
