package org.onrecord.search;

import java.util.Collection;
import java.util.Optional;

/** The word that somebody probably meant, by edit distance. */
final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The candidate with the fewest edits, if they are few for a word of its length. */
    static Optional<String> to(String word, Collection<String> candidates) {
        String nearest = null;
        int fewest = Math.min(FARTHEST, Math.max(1, word.length() / 2)) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < fewest) {
                int edits = edits(word, candidate);
                if (edits < fewest) {
                    nearest = candidate;
                    fewest = edits;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
