package org.onrecord.bench;

/**
 * One turn of each way over the same articles or pages.
 *
 * @param articles how many of them
 * @param words how many words they have together, as white space divides them; of pages, how many thousand bytes
 * @param ours CPU seconds of the program's way
 * @param bare CPU seconds of the bare way
 */
public record Round(int articles, int words, double ours, double bare) {
    public Round {
        if (articles < 1 || words < 1 || !(ours > 0) || !(bare > 0)) {
            throw new IllegalArgumentException("a round has articles, words and time: " + articles + " articles, "
                    + words + " words, " + ours + " s, " + bare + " s");
        }
    }

    /** The program's speed as a share of the bare way's: 1 is as fast, 0.5 half as fast. */
    public double ratio() {
        return bare / ours;
    }
}
