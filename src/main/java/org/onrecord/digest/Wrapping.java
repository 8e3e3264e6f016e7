package org.onrecord.digest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines for a window whose letters are all equally wide, and those of East Asia twice as wide. */
final class Wrapping {
    /** What people expect of mail (RFC 3676, 4.2). */
    static final int WIDTH = 72;

    private Wrapping() {}

    /** Lines of so many columns; a word that is longer is broken, between whole characters. At least one line. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            if (columns(line + piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
            while (columns(line.toString().stripTrailing()) > width) {
                int cut = fitting(line, width);
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** How many columns a text takes. */
    static int columns(CharSequence text) {
        return text.codePoints().map(Wrapping::columns).sum();
    }

    /** How many chars fit; at least one character, whole with the marks on it. */
    private static int fitting(CharSequence line, int width) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line.toString());
        int cut = characters.next();
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            if (columns(line.subSequence(0, end)) > width) {
                break;
            }
            cut = end;
        }
        return cut;
    }

    private static int columns(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        return Character.isIdeographic(codePoint)
                || switch (Character.UnicodeScript.of(codePoint)) {
                    case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default ->
                        (codePoint >= 0x3000 && codePoint <= 0x303F)
                                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
                };
    }
}
