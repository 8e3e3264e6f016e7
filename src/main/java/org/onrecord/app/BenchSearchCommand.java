package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.bench.InventedNews;
import org.onrecord.bench.Machine;
import org.onrecord.index.ArticleReaders;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.BareLucene;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures searches over many invented articles against Lucene alone on the same index. */
@Command(
        name = "search",
        description = "Searching 100,000 invented articles, against Lucene alone on the same index.",
        footer = {
            "",
            "What the lines mean is explained in docs/quality.md. Needs 1.5 GB of disk for 100,000 articles.",
            "",
            "Examples:",
            "  onrecord bench search",
            "  onrecord bench search --articles 20000 --seconds 20 --json"
        })
final class BenchSearchCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PROGRESS_EVERY = 5_000;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many articles, 1000 to 5000000. Default: 100000.")
    private int articles = 100_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long to measure, after half of it as warm-up. Default: 60.")
    private int seconds = 60;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of articles and questions. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Keep the index in this folder, and use the one that is there. Default: a temporary one.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print JSON lines, one for each kind of question.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine commandLine = Commands.lineOf(spec);
        if (articles < 1_000 || articles > 5_000_000) {
            throw new ParameterException(commandLine, "--articles takes 1000 to 5000000, not " + articles + ".");
        }
        if (seconds < 1 || seconds > 3_600) {
            throw new ParameterException(commandLine, "--seconds takes 1 to 3600, not " + seconds + ".");
        }
        Machine machine = Machine.now(Path.of(System.getProperty("onrecord.launcher", ".")));
        InventedNews news = new InventedNews(seed);
        Path kept = folder;
        Path index = kept == null ? Files.createTempDirectory("onrecord-bench-search") : kept;
        try {
            Duration build = build(news, index, commandLine.getErr());
            measure(news, index, build, machine, commandLine);
        } finally {
            if (kept == null) {
                delete(index);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(InventedNews news, Path index, Duration build, Machine machine, CommandLine commandLine) {
        BareLucene.withoutCache();
        try (ArticleReaders readers = ArticleReaders.openReadOnly(index);
                BareLucene bare = new BareLucene(readers);
                LuceneSearch search = new LuceneSearch(
                        ArticleReaders.openReadOnly(index), Clock.systemUTC(), SavedQueries.NONE, PATIENCE)) {
            List<SearchQuestions> kinds = SearchQuestions.all(news, articles, search, bare, new Random(seed));
            rounds(kinds, seconds * 500_000_000L);
            kinds.forEach(SearchQuestions::forget);
            rounds(kinds, seconds * 1_000_000_000L);
            new SearchSpeed(articles, kinds, build, machine, seed).print(commandLine.getOut(), json);
        }
    }

    private static void rounds(List<SearchQuestions> kinds, long nanos) {
        long end = System.nanoTime() + nanos;
        do {
            kinds.forEach(SearchQuestions::askOne);
        } while (System.nanoTime() < end);
    }

    /** Writes the index with as many threads as the machine has; how long it took. */
    private Duration build(InventedNews news, Path target, PrintWriter progress) throws InterruptedException {
        if (isFull(target)) {
            return Duration.ZERO;
        }
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (LuceneIndex index = LuceneIndex.open(target)) {
            try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
                for (int worker = 0; worker < threads; worker++) {
                    workers.execute(() -> {
                        try {
                            for (int i = next.getAndIncrement(); i < articles; i = next.getAndIncrement()) {
                                index.add(news.article(i));
                                if (i > 0 && i % PROGRESS_EVERY == 0) {
                                    progress.println("indexed " + i + " of " + articles + " articles");
                                    progress.flush();
                                }
                            }
                        } catch (RuntimeException e) {
                            failure.set(e);
                        }
                    });
                }
                workers.shutdown();
                if (!workers.awaitTermination(1, TimeUnit.DAYS)) {
                    throw new CommandFailure("the index was not written within a day");
                }
            }
            if (failure.get() != null) {
                throw failure.get();
            }
            index.commit(articles);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean isFull(Path target) {
        try {
            return Files.isDirectory(target) && LuceneIndex.committedCapture(target) == articles;
        } catch (RuntimeException noIndex) {
            return false;
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
