package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.onrecord.bench.Interval;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Round;
import org.onrecord.bench.Speed;
import org.onrecord.bench.Turns;
import org.onrecord.json.Json;

/**
 * What the benchmark of standing queries found, to print.
 *
 * @param searches how many stood
 * @param articles how many articles there were to choose from
 * @param rounds what was measured
 * @param warmUp how the warm-up ended
 * @param tagging CPU time for tagging one of the articles
 * @param different how many matches of both ways differed
 * @param machine where it ran, with the load average before it
 * @param seed of searches, order and interval
 */
record AlertSpeed(
        int searches,
        int articles,
        List<Round> rounds,
        Turns.WarmUp warmUp,
        Duration tagging,
        int different,
        Machine machine,
        long seed) {
    private static final double NANOS = 1e6;

    private static double millis(double articlesASecond) {
        return 1_000 / articlesASecond;
    }

    /** How many times the time of lucene-monitor alone. */
    private double cost() {
        return 1 / Speed.median(rounds, Round::ratio);
    }

    private double shareOfTagging() {
        return millis(Speed.ours(rounds).articles()) / (tagging.toNanos() / NANOS);
    }

    void print(PrintWriter out, boolean json) {
        Speed ours = Speed.ours(rounds);
        Speed bare = Speed.bare(rounds);
        Interval interval =
                Interval.ofMedian(rounds.stream().mapToDouble(Round::ratio).toArray(), seed);
        if (json) {
            out.println(Json.MAPPER
                    .createObjectNode()
                    .put("benchmark", "alerts")
                    .put("searches", searches)
                    .put("articles", articles)
                    .put("cpu_ms_per_article", rounded(millis(ours.articles())))
                    .put("bare_cpu_ms_per_article", rounded(millis(bare.articles())))
                    .put("cost", rounded(cost()))
                    .put("tagging_cpu_ms_per_article", rounded(tagging.toNanos() / NANOS))
                    .put("share_of_tagging", rounded(shareOfTagging()))
                    .put("different", different)
                    .put("rounds", rounds.size())
                    .put("warm_up_steady", warmUp.steady())
                    .put("cores", machine.cores())
                    .put("jvm", machine.jvm())
                    .put("load_average", machine.load())
                    .put("commit", machine.commit())
                    .put("seed", seed));
        } else {
            print(out, "%-24s%12s%14s%12s", "one thread, CPU time", "comparing", "lucene-monitor", "tagging");
            print(
                    out,
                    "%-24s%12.2f%14.2f%12.2f",
                    "ms an article",
                    millis(ours.articles()),
                    millis(bare.articles()),
                    tagging.toNanos() / NANOS);
            print(
                    out,
                    "%-24s%12.2f   95 %% interval %.2f to %.2f; 1 is as fast as lucene-monitor alone",
                    "cost",
                    cost(),
                    1 / interval.high(),
                    1 / interval.low());
            print(out, "%-24s%12.3f", "share of tagging", shareOfTagging());
            print(
                    out,
                    "%-24s%s",
                    "measured",
                    "medians of " + rounds.size() + " rounds; " + searches + " searches"
                            + ", " + SearchCommand.count(articles, "article") + ", seed " + seed
                            + (warmUp.steady() ? "" : "; the warm-up did not become steady")
                            + (different == 0
                                    ? "; both found the same"
                                    : "; " + different + " matches differ, so the cost means nothing"));
        }
        out.flush();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1e3;
    }

    private static void print(PrintWriter out, String form, Object... values) {
        out.println(String.format(Locale.ROOT, form, values));
    }
}
