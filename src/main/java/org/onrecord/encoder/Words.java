package org.onrecord.encoder;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into words: runs of letters and digits, single marks, single ideographs. Places are UTF-16 offsets. The same
 * cut as {@code words.py}, which the network was trained on.
 */
final class Words {
    /** How many kinds of {@link #form} there are for a word that opens no paragraph. */
    private static final int FORMS = 6;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final byte[] forms;
    private final int size;

    private Words(String text, int[] starts, int[] ends, int size) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.size = size;
        this.forms = new byte[size];
        for (int i = 0; i < size; i++) {
            boolean opens = i == 0 || text.substring(ends[i - 1], starts[i]).indexOf('\n') >= 0;
            forms[i] = (byte) (form(text.substring(starts[i], ends[i])) + (opens ? FORMS : 0));
        }
    }

    /** Cuts a text, up to {@code most} words of it. */
    static Words of(String text, int most) {
        int[] starts = new int[Math.min(64, most + 2)];
        int[] ends = new int[starts.length];
        int size = 0;
        int open = -1;
        int i = 0;
        while (i <= text.length() && size < most) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            int width = i < text.length() ? Character.charCount(c) : 1;
            boolean space = isSpace(c);
            if (space || isMark(c) || isIdeograph(c)) {
                if (size + 2 > starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                    ends = Arrays.copyOf(ends, ends.length * 2);
                }
                if (open >= 0) {
                    starts[size] = open;
                    ends[size++] = i;
                    open = -1;
                }
                if (!space) {
                    starts[size] = i;
                    ends[size++] = i + width;
                }
            } else if (open < 0) {
                open = i;
            }
            i += width;
        }
        return new Words(text, starts, ends, Math.min(size, most));
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    String word(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** How a word is written, as the network's feature: its capitals, digits or being a mark, and whether it opens a paragraph. */
    int formOf(int i) {
        return forms[i];
    }

    /** The same without the paragraph, as for a title. */
    int shapeOf(int i) {
        return forms[i] % FORMS;
    }

    /** The index of the first word that ends after an offset; the size when there is none. */
    int at(int offset) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a word looks like the first of a sentence or paragraph. */
    boolean opensSentence(int i) {
        return forms[i] >= FORMS
                || ".!?”\"".indexOf(text.charAt(starts[i - 1])) >= 0
                        && Character.isUpperCase(text.codePointAt(starts[i]));
    }

    private static int form(String word) {
        int first = word.codePointAt(0);
        if (!Character.isLetterOrDigit(first) && !isNumber(first)) {
            return 5;
        }
        if (word.codePoints().anyMatch(Character::isDigit)) {
            return 4;
        }
        if (word.codePoints().noneMatch(Character::isUpperCase)) {
            return 0;
        }
        String rest = word.substring(Character.charCount(first));
        if (Character.isUpperCase(first) && (rest.isEmpty() || isLower(rest))) {
            return 1;
        }
        return word.equals(word.toUpperCase(Locale.ROOT)) ? 2 : 3;
    }

    /** Fractions and numerals, which are no digits. */
    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.OTHER_NUMBER || type == Character.LETTER_NUMBER;
    }

    private static boolean isLower(String word) {
        return word.codePoints().noneMatch(Character::isUpperCase)
                && word.codePoints().anyMatch(Character::isLowerCase);
    }

    private static boolean isSpace(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        boolean ascii = c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126;
        return ascii
                || switch (Character.getType(c)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x3400 && c <= 0x4DBF || c >= 0x4E00 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF;
    }
}
