package org.onrecord.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented words, drawn as often as words of a language are: a few everywhere, most of them hardly ever (Zipf-Mandelbrot, with
 * an exponent of 1.07 and an offset of 2.7).
 */
final class Vocabulary {
    private static final double EXPONENT = 1.07;
    private static final double OFFSET = 2.7;
    private static final String[] ONSETS = {
        "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "pr", "qu", "r",
        "s", "sh", "sl", "st", "str", "t", "th", "tr", "v", "w", "z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ou", "io"};
    private static final String[] CODAS = {"", "", "l", "n", "r", "s", "t", "nd", "rm", "st", "ck", "m"};

    private final List<String> words;
    private final double[] cumulative;

    Vocabulary(int size, long seed) {
        Random random = new Random(seed);
        Set<String> distinct = new HashSet<>();
        words = new ArrayList<>(size);
        while (words.size() < size) {
            // Frequent words are short.
            int syllables = 1 + random.nextInt(1 + Math.min(3, words.size() / 300));
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(any(ONSETS, random)).append(any(VOWELS, random)).append(any(CODAS, random));
            }
            if (distinct.add(word.toString())) {
                words.add(word.toString());
            }
        }
        cumulative = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1 / Math.pow(rank + 1 + OFFSET, EXPONENT);
            cumulative[rank] = sum;
        }
    }

    /** The word of a rank, the most frequent one at 0. */
    String word(int rank) {
        return words.get(rank);
    }

    /** A word as likely as it is frequent. */
    String draw(Random random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.get(low);
    }

    static String any(String[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
