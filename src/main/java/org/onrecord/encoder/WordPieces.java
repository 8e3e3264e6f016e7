package org.onrecord.encoder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts words into the pieces of the network's vocabulary, the longest first (WordPiece). Safe to share. */
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final int MOST_PIECES = 12;

    private final Map<String, Integer> vocabulary;
    private final int unknown;

    /** The pieces in the order of their numbers. */
    WordPieces(List<String> pieces) {
        this.vocabulary = HashMap.newHashMap(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            vocabulary.put(pieces.get(i), i);
        }
        this.unknown = number("[UNK]");
    }

    /** The number of a piece that must be there, such as {@code [CLS]}. */
    int number(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new EncoderException("the network's vocabulary lacks " + piece);
        }
        return number;
    }

    int[] of(String word) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return new int[] {unknown};
        }
        String plain = plain(word);
        int[] pieces = new int[MOST_PIECES];
        int size = 0;
        int from = 0;
        while (from < plain.length()) {
            int to = plain.length();
            Integer piece = null;
            while (to > from && piece == null) {
                piece = vocabulary.get(from == 0 ? plain.substring(0, to) : "##" + plain.substring(from, to));
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                return new int[] {unknown};
            }
            if (size < MOST_PIECES) {
                pieces[size++] = piece;
            }
            from = to;
        }
        return size == 0 ? new int[] {unknown} : Arrays.copyOf(pieces, size);
    }

    /** In lower case and without accents, as the vocabulary is. */
    private static String plain(String word) {
        String lower = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(lower.length());
        lower.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
