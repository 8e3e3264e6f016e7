package org.onrecord.encoder;

import java.util.List;

/**
 * Whom a source's words may refer to: weighs the names of the text around a statement against each other, and against its
 * being somebody unnamed.
 */
public final class Referents {
    private final Words words;
    private final int first;
    private final float[] scores;
    private final float unnamed;

    /**
     * @param first the word that the first score belongs to
     * @param scores one for each word of the window
     * @param unnamed the score of its being nobody with a name
     */
    Referents(Words words, int first, float[] scores, float unnamed) {
        this.words = words;
        this.first = first;
        this.scores = scores;
        this.unnamed = unnamed;
    }

    /**
     * How likely each of these names is meant.
     *
     * @param starts where the names start in the text
     * @return the chance of each, in the same order, 0 for names out of sight; what is missing to 1 is the chance of nobody named
     */
    public double[] chances(List<Integer> starts) {
        double[] chances = new double[starts.size()];
        double sum = Math.exp(unnamed);
        for (int i = 0; i < chances.length; i++) {
            int at = words.at(starts.get(i)) - first;
            if (at >= 0 && at < scores.length) {
                chances[i] = Math.exp(scores[at]);
                sum += chances[i];
            }
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** The part of the text that is in sight, as offsets: names outside have no chance. */
    public int from() {
        return words.start(first);
    }

    /** Where the part in sight ends. */
    public int to() {
        return words.end(first + scores.length - 1);
    }
}
