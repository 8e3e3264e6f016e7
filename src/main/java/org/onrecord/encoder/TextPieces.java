package org.onrecord.encoder;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Span;

/** A text with its headline, in words and word pieces, as the network takes it in. */
final class TextPieces {
    private final WordPieces vocabulary;
    private final Words words;
    private final List<int[]> pieces = new ArrayList<>();
    private final List<Long> titlePieces = new ArrayList<>();
    private final List<Long> titleForms = new ArrayList<>();

    /** Cuts a text, up to {@code most} words of it. */
    TextPieces(WordPieces vocabulary, String title, String text, int most) {
        this.vocabulary = vocabulary;
        this.words = Words.of(text, most);
        for (int i = 0; i < words.size(); i++) {
            pieces.add(vocabulary.of(words.word(i)));
        }
        Words titleWords = Words.of(title, Window.TITLE);
        for (int i = 0; i < titleWords.size(); i++) {
            int[] own = vocabulary.of(titleWords.word(i));
            if (titlePieces.size() + own.length > Window.TITLE) {
                break;
            }
            for (int piece : own) {
                titlePieces.add((long) piece);
                titleForms.add((long) titleWords.shapeOf(i));
            }
        }
    }

    Words words() {
        return words;
    }

    List<Window> windows(int most) {
        return Window.over(words, pieces, titlePieces.size(), most);
    }

    /**
     * What the network reads of a window: the title, a mark, the window's words, a mark.
     *
     * @param pieces the number of each piece
     * @param forms how the word of each is written
     * @param starts where each word's first piece stands; the first is the window's as a whole
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Input(long[] pieces, long[] forms, long[] starts) {}

    Input input(Window window) {
        int length = titlePieces.size() + 3;
        for (int i = window.from(); i < window.to(); i++) {
            length += pieces.get(i).length;
        }
        long[] ids = new long[length];
        long[] forms = new long[length];
        long[] starts = new long[window.size() + 1];
        int at = 0;
        ids[at++] = vocabulary.number("[CLS]");
        for (int i = 0; i < titlePieces.size(); i++) {
            forms[at] = titleForms.get(i);
            ids[at++] = titlePieces.get(i);
        }
        ids[at++] = vocabulary.number("[SEP]");
        for (int i = window.from(); i < window.to(); i++) {
            starts[i - window.from() + 1] = at;
            for (int piece : pieces.get(i)) {
                forms[at] = words.formOf(i);
                ids[at++] = piece;
            }
        }
        ids[at] = vocabulary.number("[SEP]");
        return new Input(ids, forms, starts);
    }

    /** The place in the text of words of a window. */
    Span span(Window window, int from, int to) {
        return new Span(words.start(window.from() + from), words.end(window.from() + to - 1));
    }
}
