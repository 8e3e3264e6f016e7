package org.onrecord.tag.text;

import java.util.Locale;

/**
 * A word or mark of a text.
 *
 * @param start where it starts in the article's text
 * @param end where it ends
 * @param text the word as it stands
 * @param lower the word in lower case, with typographic apostrophes made plain
 * @param pos its part of speech, a universal tag such as {@code NOUN}
 */
public record Token(int start, int end, String text, String lower, String pos) {
    public static Token of(int start, int end, String text, String pos) {
        return new Token(
                start,
                end,
                text,
                text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\''),
                pos);
    }

    public boolean is(String word) {
        return lower.equals(word);
    }

    public boolean isA(String... tags) {
        for (String tag : tags) {
            if (pos.equals(tag)) {
                return true;
            }
        }
        return false;
    }

    public boolean startsUpper() {
        return Character.isUpperCase(text.charAt(0));
    }

    public boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    /** Whether this is a verb or auxiliary. */
    public boolean isVerbal() {
        return pos.equals("VERB") || pos.equals("AUX");
    }

    public boolean isNominal() {
        return pos.equals("NOUN") || pos.equals("PROPN") || pos.equals("PRON");
    }
}
