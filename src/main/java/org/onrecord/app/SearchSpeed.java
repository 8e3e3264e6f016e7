package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.onrecord.app.SearchQuestions.Times;
import org.onrecord.bench.Latencies;
import org.onrecord.bench.Machine;
import org.onrecord.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the search benchmark found, to print.
 *
 * @param articles how many there were
 * @param kinds what was asked
 * @param build how long the index took to write; zero when it was there
 * @param machine where it ran, with the load average before it
 * @param seed of articles and questions
 */
record SearchSpeed(int articles, List<SearchQuestions> kinds, Duration build, Machine machine, long seed) {
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;
    private static final String HEADING = line("%8s%8s%8s%8s%6s", "p50", "bare", "p99", "bare", "ratio");

    void print(PrintWriter out, boolean json) {
        Times ours = Times.all(kinds.stream().map(SearchQuestions::ours).toList());
        Times bare = Times.all(kinds.stream().map(SearchQuestions::bare).toList());
        int different = kinds.stream().mapToInt(SearchQuestions::different).sum();
        if (json) {
            kinds.forEach(kind -> out.println(json(kind.kind(), kind.ours(), kind.bare(), kind.different())));
            out.println(json("all", ours, bare, different)
                    .put("articles", articles)
                    .put("build_ms", build.toMillis())
                    .put("cores", machine.cores())
                    .put("jvm", machine.jvm())
                    .put("load_average", machine.load())
                    .put("commit", machine.commit())
                    .put("seed", seed));
        } else {
            out.println(line("%-21s%38s%38s", "milliseconds", "by the clock", "of the processor"));
            out.println(line("%-21s", "") + HEADING + HEADING + line("%7s", "asked"));
            kinds.forEach(kind -> out.println(line(kind.kind(), kind.ours(), kind.bare())));
            out.println(line("all", ours, bare));
            out.println(articles + " articles" + (build.isZero() ? "" : ", indexed in " + build.toSeconds() + " s")
                    + "; " + SearchCommand.count(machine.cores(), "core") + ", " + machine.jvm()
                    + (machine.load() == null ? "" : line(", load %.1f", machine.load())) + ", seed " + seed
                    + (different == 0
                            ? "; both found the same numbers"
                            : "; " + different + " times the two found different numbers, so the ratio means nothing"));
        }
        out.flush();
    }

    private static ObjectNode json(String kind, Times ours, Times bare, int different) {
        return Json.MAPPER
                .createObjectNode()
                .put("benchmark", "search")
                .put("kind", kind)
                .put("p50_ms", rounded(ours.wall().millis(HALF)))
                .put("p99_ms", rounded(ours.wall().millis(MOST)))
                .put("bare_p50_ms", rounded(bare.wall().millis(HALF)))
                .put("bare_p99_ms", rounded(bare.wall().millis(MOST)))
                .put("ratio_p99", rounded(ours.wall().millis(MOST) / bare.wall().millis(MOST)))
                .put("cpu_p50_ms", rounded(ours.cpu().millis(HALF)))
                .put("cpu_p99_ms", rounded(ours.cpu().millis(MOST)))
                .put("bare_cpu_p50_ms", rounded(bare.cpu().millis(HALF)))
                .put("bare_cpu_p99_ms", rounded(bare.cpu().millis(MOST)))
                .put(
                        "cpu_ratio_p99",
                        rounded(ours.cpu().millis(MOST) / bare.cpu().millis(MOST)))
                .put("asked", ours.wall().count())
                .put("different", different);
    }

    private static String line(String kind, Times ours, Times bare) {
        return line("%-21s", kind)
                + figures(ours.wall(), bare.wall())
                + figures(ours.cpu(), bare.cpu())
                + line("%7d", ours.wall().count());
    }

    private static String figures(Latencies ours, Latencies bare) {
        return line(
                "%8.2f%8.2f%8.2f%8.2f%6.1f",
                ours.millis(HALF),
                bare.millis(HALF),
                ours.millis(MOST),
                bare.millis(MOST),
                ours.millis(MOST) / bare.millis(MOST));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1e3;
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
