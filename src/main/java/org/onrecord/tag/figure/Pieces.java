package org.onrecord.tag.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Piece;
import org.onrecord.tag.text.Sentence;

/**
 * A sentence in pieces, whose neighbours can be asked freely.
 *
 * @param article the article's text
 * @param sentence the sentence
 * @param names those of the article, in order
 * @param all its pieces, in order
 */
record Pieces(String article, Sentence sentence, List<Name> names, List<Piece> all) {
    int size() {
        return all.size();
    }

    Piece get(int i) {
        return all.get(i);
    }

    /** The piece at an index; null beyond either end. */
    @Nullable
    Piece at(int i) {
        return i >= 0 && i < all.size() ? all.get(i) : null;
    }

    /** Whether the piece at an index is one of these words. */
    boolean is(int i, String... words) {
        Piece piece = at(i);
        if (piece != null) {
            for (String word : words) {
                if (piece.is(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text of the pieces from one index up to another. */
    String text(int from, int to) {
        return article.substring(get(from).start(), get(to - 1).end());
    }

    /** Whether nothing stands between the piece at an index and the next one. */
    boolean touchesNext(int i) {
        Piece left = at(i);
        Piece right = at(i + 1);
        return left != null && right != null && left.touches(right);
    }

    /** Whether a hyphen or dash stands at an index and touches the pieces on both sides. */
    boolean isTightDash(int i) {
        Piece piece = at(i);
        return piece != null && piece.isDash() && touchesNext(i - 1) && touchesNext(i);
    }

    /** The index of the first piece from {@code i} on that starts at or after an offset of the text. */
    int indexFrom(int i, int offset) {
        int index = i;
        while (index < all.size() && all.get(index).start() < offset) {
            index++;
        }
        return index;
    }
}
