package org.onrecord.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that decide whether an item of a source counts. Case does not matter; a word counts where it stands alone, a phrase
 * where its words follow each other.
 *
 * @param include one of these must be there; empty if nothing must
 * @param exclude none of these may be there
 */
public record Words(List<String> include, List<String> exclude) {
    /** Everything counts. */
    public static final Words ANY = new Words(List.of(), List.of());

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Words {
        include = include.stream()
                .map(Words::plain)
                .filter(word -> !word.isBlank())
                .toList();
        exclude = exclude.stream()
                .map(Words::plain)
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** Whether a text, such as the title of an item with its summary and address, counts. */
    public boolean allow(String text) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return true;
        }
        String plain = plain(text);
        return (include.isEmpty() || include.stream().anyMatch(plain::contains))
                && exclude.stream().noneMatch(plain::contains);
    }

    /** Lower case, with one blank before, between and after words. */
    private static String plain(String text) {
        String words = NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return " " + words.strip() + " ";
    }
}
