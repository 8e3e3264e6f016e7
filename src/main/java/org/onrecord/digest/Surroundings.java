package org.onrecord.digest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.search.StatementHit;

/**
 * The sentences around a statement, where it cannot be understood without: before one that points back, and on both sides of a
 * short one.
 *
 * @param before empty when none is needed or there is none
 * @param after as {@code before}
 */
record Surroundings(String before, String after) {
    static final Surroundings NONE = new Surroundings("", "");

    /** Shorter passages say too little by themselves. */
    private static final int SHORT = 110;

    private static final int LONGEST = 240;

    /** English words that point to what was said before. */
    private static final Set<String> POINTING = Set.of(
            "he", "she", "it", "they", "we", "his", "her", "its", "their", "this", "that", "these", "those", "such",
            "both", "but", "and", "or", "so", "yet", "still", "instead", "however", "nor", "also", "there", "asked",
            "then");

    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}]*(\\p{L}+)");

    static Surroundings of(StatementHit hit) {
        String passage = OneLine.of(hit.evidence().text());
        boolean isShort = passage.length() < SHORT;
        return new Surroundings(
                isShort || pointsBack(passage) ? ending(hit.before()) : "",
                isShort ? OneLine.of(hit.after(), LONGEST) : "");
    }

    private static boolean pointsBack(String passage) {
        Matcher first = FIRST_WORD.matcher(passage);
        return first.find() && POINTING.contains(first.group(1).toLowerCase(Locale.ROOT));
    }

    /** Of a long sentence before, its end is what the passage goes on from. */
    private static String ending(String sentence) {
        String line = OneLine.of(sentence);
        return line.length() <= LONGEST ? line : "…" + line.substring(OneLine.cut(line, line.length() - LONGEST + 1));
    }
}
