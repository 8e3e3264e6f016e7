package org.onrecord.tag;

import java.util.List;

/**
 * A sentence, or a headline, with its words.
 *
 * @param paragraph the number of the paragraph (line) it stands in
 * @param start where it starts in the article's text
 * @param end where it ends
 * @param tokens its words and marks, at least one
 */
record Sentence(int paragraph, int start, int end, List<Token> tokens) {
    Sentence {
        tokens = List.copyOf(tokens);
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** The token at an index, or a full stop beyond either end, so that neighbours can be asked freely. */
    Token at(int index) {
        return index < 0 || index >= tokens.size() ? EDGE : tokens.get(index);
    }

    private static final Token EDGE = new Token(-1, -1, "\u0000", "\u0000", "X");

    /** The index of the first token that ends after an offset; the size when there is none. */
    int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the words from an index on are these, in lower case. */
    boolean reads(int index, List<String> words) {
        if (index < 0 || index + words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(index + i).lower().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
