package org.onrecord.search;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries to conditions, wrong ones to a {@link QueryException} with a query that works. The grammar:
 *
 * <pre>
 * query   = [ any ]
 * any     = all { "OR" all }
 * all     = not { [ "AND" ] not }
 * not     = [ "NOT" | "-" ] term
 * term    = "(" any ")" | [ field ":" ] value | field ":" "(" any ")" | "*"
 * value   = word | prefix "*" | '"' words '"' [ "~" number ]
 * </pre>
 */
final class QueryParser {
    private static final int REPAIRS = 60;
    private static final int WORDS_KEPT = 50;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Clock clock;
    private final SavedSearches saved;

    QueryParser(Clock clock, SavedSearches saved) {
        this.clock = clock;
        this.saved = saved;
    }

    /** What the query asks for; an empty one asks for everything. */
    Condition parse(String query) {
        try {
            return understood(query);
        } catch (Mistake mistake) {
            throw new QueryException(mistake.position(), mistake.reason(), repaired(mistake));
        }
    }

    private Condition understood(String query) throws Mistake {
        return new QueryReading(query, new DateValue(clock), saved, List.of()).whole();
    }

    /** Mends one mistake after the other; as a last resort keeps the bare words. */
    private @Nullable String repaired(Mistake first) {
        Set<String> tried = new HashSet<>();
        String candidate = first.candidate();
        while (candidate != null && tried.size() < REPAIRS && tried.add(candidate)) {
            try {
                understood(candidate);
                return candidate.isBlank() ? null : candidate.strip();
            } catch (Mistake next) {
                candidate = next.candidate();
            }
        }
        return candidate == null ? null : bareWords(candidate);
    }

    private @Nullable String bareWords(String query) {
        String words = NO_WORD.splitAsStream(query.substring(0, Math.min(query.length(), QueryText.LONGEST)))
                .filter(word -> !word.isEmpty() && !QueryReading.OPERATORS.contains(word))
                .limit(WORDS_KEPT)
                .reduce((all, word) -> all + " " + word)
                .orElse("");
        try {
            understood(words);
            return words.isEmpty() ? null : words;
        } catch (Mistake stillWrong) {
            return null;
        }
    }
}
