package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.bench.Interval;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Memory;
import org.onrecord.bench.Round;
import org.onrecord.bench.Speed;
import org.onrecord.bench.Turns;
import org.onrecord.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the tagging benchmark found, to print.
 *
 * @param articles how many articles there were to choose from
 * @param rounds what was measured
 * @param warmUp how the warm-up ended
 * @param load how long registry, models and word lists took to load, by the clock on the wall
 * @param loaded the memory right after that
 * @param end the memory after all rounds
 * @param machine where it ran, with the load average before it
 * @param seed of order and interval
 */
record TagSpeed(
        int articles,
        List<Round> rounds,
        Turns.WarmUp warmUp,
        Duration load,
        Optional<Memory> loaded,
        Optional<Memory> end,
        Machine machine,
        long seed) {
    private static final double KIB_PER_MIB = 1024;

    private double ratio() {
        return Speed.median(rounds, Round::ratio);
    }

    private Interval interval() {
        return Interval.ofMedian(rounds.stream().mapToDouble(Round::ratio).toArray(), seed);
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            lines().forEach(out::println);
        }
        out.flush();
    }

    private List<String> lines() {
        Speed ours = Speed.ours(rounds);
        Speed bare = Speed.bare(rounds);
        Interval interval = interval();
        return List.of(
                line("%-24s%12s%14s", "one thread, CPU time", "tagging", "bare models"),
                line("%-24s%12.1f%14.1f", "articles a second", ours.articles(), bare.articles()),
                line("%-24s%,12.0f%,14.0f", "words a second", ours.words(), bare.words()),
                line("%-24s%12.1f%14.1f", "ms for 600 words", ours.usualArticleMillis(), bare.usualArticleMillis()),
                line(
                        "%-24s%12.3f   95 %% interval %.3f to %.3f; 1 is as fast as the bare models",
                        "ratio", ratio(), interval.low(), interval.high()),
                line(
                        "%-24s%s",
                        "measured",
                        "medians of " + rounds.size() + " rounds of about " + Turns.WORDS_PER_ROUND + " words; "
                                + SearchCommand.count(articles, "article") + ", seed " + seed),
                line(
                        "%-24s%s",
                        "warm-up",
                        warmUp.windows() + " rounds, "
                                + (warmUp.steady()
                                        ? "the last three within 3 %"
                                        : "the last three not within 3 %: measure longer, or on a quieter machine")),
                line("%-24s%.2f s for registry, models and word lists", "load", load.toMillis() / 1e3),
                line("%-24s%s", "resident memory", memory()),
                line("%-24s%s", "machine", where()));
    }

    private String memory() {
        if (loaded.isEmpty() || end.isEmpty()) {
            return "unknown on this system";
        }
        return line(
                "%.0f MiB when loaded, %.0f MiB at the end, %.0f MiB at most",
                loaded.get().residentKib() / KIB_PER_MIB,
                end.get().residentKib() / KIB_PER_MIB,
                end.get().peakKib() / KIB_PER_MIB);
    }

    private String where() {
        return SearchCommand.count(machine.cores(), "core") + ", " + machine.jvm()
                + (machine.load() == null ? "" : line(", load %.2f", machine.load()))
                + (machine.commit() == null ? "" : ", commit " + machine.commit());
    }

    private ObjectNode json() {
        Speed ours = Speed.ours(rounds);
        Speed bare = Speed.bare(rounds);
        Interval interval = interval();
        ObjectNode json = Json.MAPPER.createObjectNode().put("benchmark", "tag");
        json.put("articles_per_cpu_second", rounded(ours.articles(), 10));
        json.put("words_per_cpu_second", Math.round(ours.words()));
        json.put("cpu_ms_per_600_words", rounded(ours.usualArticleMillis(), 100));
        json.put("bare_articles_per_cpu_second", rounded(bare.articles(), 10));
        json.put("bare_words_per_cpu_second", Math.round(bare.words()));
        json.put("bare_cpu_ms_per_600_words", rounded(bare.usualArticleMillis(), 100));
        json.put("ratio", rounded(ratio(), 1_000));
        json.putArray("ratio_95").add(rounded(interval.low(), 1_000)).add(rounded(interval.high(), 1_000));
        json.put("rounds", rounds.size());
        json.put("words_per_round", Turns.WORDS_PER_ROUND);
        json.put("articles", articles);
        json.put("warm_up_rounds", warmUp.windows());
        json.put("warm_up_steady", warmUp.steady());
        json.put("load_ms", load.toMillis());
        loaded.ifPresent(memory -> json.put("rss_loaded_kib", memory.residentKib()));
        end.ifPresent(memory -> json.put("rss_kib", memory.residentKib()).put("rss_peak_kib", memory.peakKib()));
        json.put("cores", machine.cores());
        json.put("jvm", machine.jvm());
        json.put("load_average", machine.load() == null ? null : rounded(machine.load(), 100));
        json.put("commit", machine.commit());
        json.put("seed", seed);
        return json;
    }

    private static double rounded(double value, int parts) {
        return (double) Math.round(value * parts) / parts;
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
