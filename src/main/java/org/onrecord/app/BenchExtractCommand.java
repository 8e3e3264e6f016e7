package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.bench.Interval;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Round;
import org.onrecord.bench.Speed;
import org.onrecord.bench.Turns;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.CanonicalUrl;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures extraction against parsing the same pages and doing nothing with them. */
@Command(
        name = "extract",
        description = "Extraction, against bare parsing of the same pages.",
        footer = {
            "",
            "What the lines mean is explained in docs/quality.md.",
            "",
            "Examples:",
            "  onrecord bench extract --pages manifest.jsonl",
            "  onrecord bench extract --pages manifest.jsonl --seconds 60 --json"
        })
final class BenchExtractCommand implements Callable<Integer> {
    private static final int THOUSAND = 1_000;

    /** What makes a round last about a second. */
    private static final int THOUSAND_BYTES_PER_ROUND = 30_000;

    @Option(
            names = "--pages",
            required = true,
            paramLabel = "MANIFEST",
            description = "Saved pages: lines with file (relative to the manifest) and url, as extract --jsonl reads.")
    private @Nullable Path manifest;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long to measure, after as much warm-up at most; five rounds at least. Default: 30.")
    private int seconds = 30;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the pages' order and the interval. Default: 1.")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final ArticleExtractor extractor = new ArticleExtractor();

    /** The bytes of a saved page, expanded. */
    private record SavedPage(byte[] bytes, @Nullable URI uri) {
        int thousandBytes() {
            return Math.max(1, bytes.length / THOUSAND);
        }
    }

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        if (seconds < 0 || seconds > 3_600) {
            throw new ParameterException(commandLine, "--seconds takes 0 to 3600, not " + seconds + ".");
        }
        if (manifest == null) {
            throw new ParameterException(commandLine, "Name the pages with --pages.");
        }
        List<SavedPage> pages = pages(manifest);
        Machine machine = Machine.now(Path.of(System.getProperty("onrecord.launcher", ".")));
        Turns<SavedPage> turns = new Turns<>(
                pages,
                SavedPage::thousandBytes,
                this::extract,
                page -> ArticleExtractor.parseOnly(page.bytes()),
                THOUSAND_BYTES_PER_ROUND,
                seed);
        Turns.WarmUp warmUp = turns.warmUp(Duration.ofSeconds(seconds));
        List<Round> rounds = turns.measure(Duration.ofSeconds(seconds));
        print(commandLine.getOut(), pages.size(), warmUp, rounds, machine);
        return CommandLine.ExitCode.OK;
    }

    private static List<SavedPage> pages(Path manifest) {
        Path folder = manifest.toAbsolutePath().getParent();
        List<SavedPage> pages = new ArrayList<>();
        JsonLines.read(manifest, line -> {
            String file = JsonLines.text(line, "file");
            if (file == null || folder == null) {
                throw new CommandFailure("a line of " + manifest + " has no \"file\"");
            }
            pages.add(page(folder.resolve(file), line));
        });
        if (pages.isEmpty()) {
            throw new CommandFailure("there is no page in " + manifest
                    + "; each line is a JSON object such as {\"file\": …, \"url\": …}");
        }
        return pages;
    }

    private static SavedPage page(Path file, JsonNode line) {
        String address = JsonLines.text(line, "url");
        try {
            byte[] bytes = ArticleExtractor.expanded(Files.readAllBytes(file));
            return new SavedPage(
                    bytes, address == null ? null : CanonicalUrl.read(address).orElse(null));
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e, e);
        }
    }

    private int extract(SavedPage page) {
        try {
            ExtractedArticle article = extractor.extract(page.bytes(), null, page.uri());
            return article.text().length()
                    + article.title().length()
                    + article.authors().size();
        } catch (ExtractException e) {
            // some of the pages may be none; saying so is work as well
            return 0;
        }
    }

    private void print(PrintWriter out, int pages, Turns.WarmUp warmUp, List<Round> rounds, Machine machine) {
        Speed ours = Speed.ours(rounds);
        Speed bare = Speed.bare(rounds);
        double[] costs = rounds.stream()
                .mapToDouble(round -> round.ours() / round.bare())
                .toArray();
        double cost = Speed.median(rounds, round -> round.ours() / round.bare());
        Interval interval = Interval.ofMedian(costs, seed);
        if (json) {
            ObjectNode node = Json.MAPPER.createObjectNode().put("benchmark", "extract");
            node.put("pages_per_cpu_second", ours.articles()).put("bare_pages_per_cpu_second", bare.articles());
            node.put("cost", cost).putArray("cost_95").add(interval.low()).add(interval.high());
            node.put("rounds", rounds.size()).put("pages", pages).put("seed", seed);
            node.put("warm_up_steady", warmUp.steady())
                    .put("cores", machine.cores())
                    .put("jvm", machine.jvm());
            node.put("load", machine.load()).put("commit", machine.commit());
            out.println(node);
        } else {
            out.println(line("%-24s%12s%14s", "one thread, CPU time", "extraction", "bare parsing"));
            out.println(line("%-24s%12.1f%14.1f", "pages a second", ours.articles(), bare.articles()));
            out.println(line(
                    "%-24s%12.2f   95 %% interval %.2f to %.2f; 1 is the cost of bare parsing",
                    "cost", cost, interval.low(), interval.high()));
            out.println(line(
                    "%-24smedians of %d rounds; %s, seed %d; warm-up %s",
                    "measured",
                    rounds.size(),
                    SearchCommand.count(pages, "page"),
                    seed,
                    warmUp.steady() ? "steady" : "not steady: measure longer, or on a quieter machine"));
            out.println(
                    line("%-24s%s", "machine", SearchCommand.count(machine.cores(), "core") + ", " + machine.jvm()));
        }
        out.flush();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
