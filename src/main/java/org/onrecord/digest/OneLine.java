package org.onrecord.digest;

import java.util.regex.Pattern;

/** Words from elsewhere, made fit for one line of a mail. */
final class OneLine {
    /**
     * Controls and line separators, which would start lines of their own, and the marks that turn the direction of writing,
     * with which a text can look like another one.
     */
    private static final Pattern UNFIT = Pattern.compile(
            "[\\p{Cc}\\s\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private OneLine() {}

    /** The words with single spaces between them. */
    static String of(String text) {
        return SPACES.matcher(spaced(text)).replaceAll(" ").strip();
    }

    /** The words, cut to a number of characters. */
    static String of(String text, int longest) {
        String line = of(text);
        return line.length() <= longest ? line : line.substring(0, cut(line, longest - 1)) + "…";
    }

    /** The text with a space for each unfit character, so that places in it stay where they are. */
    static String spaced(String text) {
        return UNFIT.matcher(text).replaceAll(" ");
    }

    /** The place to cut a text at or just before an index, so that no character is halved. */
    static int cut(String text, int index) {
        boolean halves = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return halves ? index - 1 : index;
    }
}
