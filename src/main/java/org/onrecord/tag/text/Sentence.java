package org.onrecord.tag.text;

import java.util.List;

/**
 * A sentence, or a headline, with its words.
 *
 * @param paragraph the number of the paragraph (line) it stands in
 * @param start where it starts in the article's text
 * @param end where it ends
 * @param tokens its words and marks, at least one
 */
public record Sentence(int paragraph, int start, int end, List<Token> tokens) {
    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public int size() {
        return tokens.size();
    }

    public Token get(int index) {
        return tokens.get(index);
    }

    /** The token at an index, or a full stop beyond either end, so that neighbours can be asked freely. */
    public Token at(int index) {
        return index < 0 || index >= tokens.size() ? EDGE : tokens.get(index);
    }

    private static final Token EDGE = new Token(-1, -1, "\u0000", "\u0000", "X");

    /** The index of the first token that ends after an offset; the size when there is none. */
    public int tokenAt(int offset) {
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

    /** Whether a verb or auxiliary starts or stands between two offsets of the text. */
    public boolean hasVerb(int from, int to) {
        for (int i = tokenAt(from); i < size() && get(i).start() < to; i++) {
            if (get(i).isVerbal()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the words from an index on are these, in lower case. */
    public boolean reads(int index, List<String> words) {
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

    /** The last words of the sentence, at most so many. */
    public List<Token> last(int most) {
        return tokens().subList(Math.max(0, size() - most), size());
    }
}
