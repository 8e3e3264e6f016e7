package org.onrecord.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.onrecord.article.Article;

/**
 * Lets the program's way and a bare one work through the same articles or pages in turns: ours, bare, ours, bare. A round
 * takes some, in a shuffled order that starts anew at its end, until it has its number of words; both ways get the same.
 *
 * @param <T> what is worked on
 */
public final class Turns<T> {
    /** What makes a round last about a second. */
    public static final int WORDS_PER_ROUND = 10_000;

    private static final int FEWEST_ROUNDS = 5;
    private static final int WINDOWS = 3;
    private static final double STEADY = 1.03;

    private final List<T> articles;
    private final ToIntFunction<T> words;
    private final ToIntFunction<T> ours;
    private final ToIntFunction<T> bare;
    private final int wordsPerRound;
    private final LongSupplier cpuNanos;
    private final LongSupplier wallNanos;
    private int next;
    private int sink;

    /**
     * Prepares a measurement.
     *
     * @param articles at least one, with at least one word
     * @param words how many words one has
     * @param ours the program's way; its answers must depend on all of the work
     * @param bare the bare way, likewise
     * @param seed of the order of the articles
     */
    public Turns(
            List<T> articles,
            ToIntFunction<T> words,
            ToIntFunction<T> ours,
            ToIntFunction<T> bare,
            int wordsPerRound,
            long seed) {
        this(
                articles,
                words,
                ours,
                bare,
                wordsPerRound,
                seed,
                ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                System::nanoTime);
    }

    Turns(
            List<T> articles,
            ToIntFunction<T> words,
            ToIntFunction<T> ours,
            ToIntFunction<T> bare,
            int wordsPerRound,
            long seed,
            LongSupplier cpuNanos,
            LongSupplier wallNanos) {
        List<T> shuffled = new ArrayList<>(articles);
        shuffled.removeIf(article -> words.applyAsInt(article) == 0);
        if (shuffled.isEmpty()) {
            throw new IllegalArgumentException("there is no article with words to measure on");
        }
        Collections.shuffle(shuffled, new Random(seed));
        this.articles = List.copyOf(shuffled);
        this.words = words;
        this.ours = ours;
        this.bare = bare;
        this.wordsPerRound = wordsPerRound;
        this.cpuNanos = cpuNanos;
        this.wallNanos = wallNanos;
    }

    /**
     * How the warm-up ended.
     *
     * @param windows how many rounds it took
     * @param steady whether the last three agreed within 3 %, for both ways
     */
    public record WarmUp(int windows, boolean steady) {}

    /** Repeats the first round until three in a row agree within 3 %, or the time is over; three times at least. */
    public WarmUp warmUp(Duration most) {
        long end = wallNanos.getAsLong() + most.toNanos();
        List<T> work = take();
        next = 0;
        List<Round> windows = new ArrayList<>();
        boolean steady = false;
        while (windows.size() < WINDOWS || (!steady && wallNanos.getAsLong() - end < 0)) {
            windows.add(round(work));
            steady = windows.size() >= WINDOWS && agree(windows, Round::ours) && agree(windows, Round::bare);
        }
        return new WarmUp(windows.size(), steady);
    }

    private static boolean agree(List<Round> windows, ToDoubleFunction<Round> seconds) {
        List<Round> last = windows.subList(windows.size() - WINDOWS, windows.size());
        double most = last.stream().mapToDouble(seconds).max().orElseThrow();
        double least = last.stream().mapToDouble(seconds).min().orElseThrow();
        return most <= STEADY * least;
    }

    /** Measures round after round until the time is over; five rounds at least. */
    public List<Round> measure(Duration least) {
        long end = wallNanos.getAsLong() + least.toNanos();
        List<Round> rounds = new ArrayList<>();
        while (rounds.size() < FEWEST_ROUNDS || wallNanos.getAsLong() - end < 0) {
            rounds.add(round(take()));
        }
        return rounds;
    }

    /** The articles of the next round. */
    private List<T> take() {
        List<T> work = new ArrayList<>();
        for (int taken = 0; taken < wordsPerRound; taken += words.applyAsInt(work.getLast())) {
            work.add(articles.get(next));
            next = (next + 1) % articles.size();
        }
        return work;
    }

    private Round round(List<T> work) {
        int sum = work.stream().mapToInt(words).sum();
        return new Round(work.size(), sum, seconds(ours, work), seconds(bare, work));
    }

    private double seconds(ToIntFunction<T> way, List<T> work) {
        long start = cpuNanos.getAsLong();
        for (T article : work) {
            sink += way.applyAsInt(article);
        }
        return (cpuNanos.getAsLong() - start) / 1e9;
    }

    /** The sum of all answers; that somebody may ask for it keeps the work from being left out. */
    public int sink() {
        return sink;
    }

    /** The words of an article's text, as white space divides them. */
    public static int words(Article article) {
        String text = article.text().strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
}
