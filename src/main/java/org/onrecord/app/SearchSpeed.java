package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    private static final double MOST = 0.99;

    void print(PrintWriter out, boolean json) {
        Latencies ours = Latencies.all(kinds.stream().map(SearchQuestions::ours).toList());
        Latencies bare = Latencies.all(kinds.stream().map(SearchQuestions::bare).toList());
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
            out.println(line(
                    "%-22s%10s%10s%10s%10s%8s%8s",
                    "milliseconds", "p50", "bare p50", "p99", "bare p99", "ratio", "asked"));
            kinds.forEach(kind -> out.println(line(kind.kind(), kind.ours(), kind.bare())));
            out.println(line("all", ours, bare));
            out.println(articles + " articles" + (build.isZero() ? "" : ", indexed in " + build.toSeconds() + " s")
                    + "; " + machine.cores() + " cores, " + machine.jvm() + (machine.load() == null ? "" : line(", load %.1f", machine.load()))
                    + ", seed " + seed
                    + (different == 0
                            ? "; both found the same numbers"
                            : "; " + different + " times the two found different numbers, so the ratio means nothing"));
        }
        out.flush();
    }

    private static ObjectNode json(String kind, Latencies ours, Latencies bare, int different) {
        return Json.MAPPER
                .createObjectNode()
                .put("benchmark", "search")
                .put("kind", kind)
                .put("p50_ms", rounded(ours.millis(0.5)))
                .put("p99_ms", rounded(ours.millis(MOST)))
                .put("bare_p50_ms", rounded(bare.millis(0.5)))
                .put("bare_p99_ms", rounded(bare.millis(MOST)))
                .put("ratio_p99", rounded(ours.millis(MOST) / bare.millis(MOST)))
                .put("asked", ours.count())
                .put("different", different);
    }

    private static String line(String kind, Latencies ours, Latencies bare) {
        return line(
                "%-22s%10.2f%10.2f%10.2f%10.2f%8.1f%8d",
                kind,
                ours.millis(0.5),
                bare.millis(0.5),
                ours.millis(MOST),
                bare.millis(MOST),
                ours.millis(MOST) / bare.millis(MOST),
                ours.count());
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1e3;
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
