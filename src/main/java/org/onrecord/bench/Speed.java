package org.onrecord.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The median speed of one way over all rounds, per second of one thread's CPU time.
 *
 * @param articles articles a second; compare these only between runs on the same articles
 * @param words words a second
 */
public record Speed(double articles, double words) {
    private static final int USUAL_WORDS = 600;

    public static Speed ours(List<Round> rounds) {
        return of(rounds, Round::ours);
    }

    public static Speed bare(List<Round> rounds) {
        return of(rounds, Round::bare);
    }

    private static Speed of(List<Round> rounds, ToDoubleFunction<Round> seconds) {
        return new Speed(
                median(rounds, round -> round.articles() / seconds.applyAsDouble(round)),
                median(rounds, round -> round.words() / seconds.applyAsDouble(round)));
    }

    /** The median of a figure of each round. */
    public static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }

    /** Milliseconds of CPU time for an article of 600 words. */
    public double usualArticleMillis() {
        return 1_000 * USUAL_WORDS / words;
    }
}
