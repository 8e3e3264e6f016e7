package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A number in digits, a word or a mark: what quantities are read from. Finer than a {@link Token}: "$5.5bn" is three.
 *
 * @param start where it starts in the article's text
 * @param end where it ends
 * @param kind what it is made of
 * @param text the characters as they stand
 * @param lower the same in small letters
 */
public record Piece(int start, int end, Kind kind, String text, String lower) {
    /** What a piece is made of. */
    enum Kind {
        DIGITS,
        WORD,
        MARK
    }

    private static Piece of(String text, int start, int end, Kind kind) {
        String own = text.substring(start, end);
        return new Piece(start, end, kind, own, own.toLowerCase(Locale.ROOT));
    }

    /** Cuts the text from one offset to another; {@code codes} are letters of money that may touch digits ("RM500"). */
    public static List<Piece> cut(String text, int from, int to, Set<String> codes) {
        List<Piece> pieces = new ArrayList<>();
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            int start = i;
            if (isDigit(c)) {
                i = digitsEnd(text, i, to);
                pieces.add(of(text, start, i, Kind.DIGITS));
            } else if (Character.isLetter(c)) {
                i = wordEnd(text, i, to, codes);
                pieces.add(of(text, start, i, Kind.WORD));
            } else {
                i++;
                if (!Character.isWhitespace(c) && c != '\u00a0' && c != '\u202f') {
                    pieces.add(of(text, start, i, Kind.MARK));
                }
            }
        }
        return pieces;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Digits with the commas between groups ("10,300", "1,00,000") and one decimal point. */
    private static int digitsEnd(String text, int start, int to) {
        int i = runEnd(text, start, to);
        while (i + 1 < to && text.charAt(i) == ',' && i - start <= 24) {
            int group = runEnd(text, i + 1, to);
            int size = group - i - 1;
            boolean lakh = size == 2 && group + 1 < to && text.charAt(group) == ',' && isDigit(text.charAt(group + 1));
            if (size != 3 && !lakh) {
                break;
            }
            i = group;
        }
        if (i + 1 < to && text.charAt(i) == '.' && isDigit(text.charAt(i + 1))) {
            i = runEnd(text, i + 1, to);
        }
        return i;
    }

    private static int runEnd(String text, int start, int to) {
        int i = start;
        while (i < to && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int wordEnd(String text, int start, int to, Set<String> codes) {
        int i = start;
        while (i < to && Character.isLetterOrDigit(text.charAt(i))) {
            if (isDigit(text.charAt(i)) && i - start <= 3 && codes.contains(text.substring(start, i))) {
                return i;
            }
            i++;
        }
        return i;
    }

    public boolean isDigits() {
        return kind == Kind.DIGITS;
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean is(String word) {
        return lower.equals(word);
    }

    /** Whether this is a hyphen, minus or dash. */
    public boolean isDash() {
        return kind == Kind.MARK && "-–—−‑".contains(text);
    }

    /** Whether nothing stands between this piece and the next one. */
    public boolean touches(Piece next) {
        return end == next.start;
    }
}
