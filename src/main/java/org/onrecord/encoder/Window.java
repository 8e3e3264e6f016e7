package org.onrecord.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of words that the network sees at once, after the title. Windows overlap, so that every word has some text before
 * it; each word is judged in the one in which it stands further inside.
 *
 * @param from its first word
 * @param to the word after its last
 * @param mineFrom the first word that is judged in it
 * @param mineTo the word after the last that is judged in it
 */
record Window(int from, int to, int mineFrom, int mineTo) {
    /** The most pieces of a window, the title's and the marks between included. */
    static final int LONGEST = 400;
    /** The most pieces of a title. */
    static final int TITLE = 40;

    private static final int OVERLAP = 90;
    private static final int FEWEST = 24;

    int size() {
        return to - from;
    }

    boolean judges(int word) {
        return mineFrom <= word && word < mineTo;
    }

    /**
     * The windows of a text, which end at the end of a sentence where one is near.
     *
     * @param pieces the pieces of each word
     * @param titlePieces how many pieces the title has
     * @param most how many windows at most; what lies behind them is not seen
     */
    static List<Window> over(Words words, List<int[]> pieces, int titlePieces, int most) {
        int room = LONGEST - titlePieces - 3;
        List<int[]> ranges = new ArrayList<>();
        int n = words.size();
        int start = 0;
        while (start < n && ranges.size() < most) {
            int end = end(words, pieces, start, room);
            ranges.add(new int[] {start, end});
            if (end >= n) {
                break;
            }
            start = Math.max(start + 1, overlap(words, pieces, start, end));
        }
        List<Window> windows = new ArrayList<>();
        int mine = 0;
        for (int k = 0; k < ranges.size(); k++) {
            int[] range = ranges.get(k);
            int until = k + 1 == ranges.size() ? range[1] : (ranges.get(k + 1)[0] + range[1]) / 2;
            windows.add(new Window(range[0], range[1], mine, until));
            mine = until;
        }
        return windows;
    }

    private static int end(Words words, List<int[]> pieces, int start, int room) {
        int end = start;
        int size = 0;
        while (end < words.size() && size + pieces.get(end).length <= room) {
            size += pieces.get(end).length;
            end++;
        }
        if (end == words.size()) {
            return end;
        }
        int cut = end;
        while (cut > start + FEWEST && !words.opensSentence(cut)) {
            cut--;
        }
        return cut > start + FEWEST ? cut : Math.max(end, start + 1);
    }

    private static int overlap(Words words, List<int[]> pieces, int start, int end) {
        int back = end;
        int size = 0;
        while (back > start + 1 && size < OVERLAP) {
            back--;
            size += pieces.get(back).length;
        }
        int cut = back;
        while (cut < end && !words.opensSentence(cut)) {
            cut++;
        }
        return cut < end ? cut : back;
    }
}
