package org.onrecord.search;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private final SavedQueries saved;

    QueryParser(Clock clock, SavedQueries saved) {
        this.clock = clock;
        this.saved = saved;
    }

    /** What the query asks for; an empty one asks for everything. */
    Condition parse(String query) {
        return parse(query, List.of());
    }

    /** @param searches the saved searches that the query is read for, outermost first: it must not refer to them */
    Condition parse(String query, List<String> searches) {
        return read(query, searches).condition();
    }

    /** What the query asks for, with the places of its parts. */
    QueryShape shape(String query) {
        return read(query, List.of());
    }

    /** Names of the saved searches that a query refers to by itself; none when it is wrong. */
    List<String> references(String query) {
        return referencesIn(query).stream().map(QueryShape.Reference::name).toList();
    }

    /** The query with another name in its references to a saved search; unchanged when it is wrong. */
    String renamed(String query, Predicate<String> oldName, String newName) {
        StringBuilder renamed = new StringBuilder(query);
        for (QueryShape.Reference reference : referencesIn(query).reversed()) {
            if (oldName.test(reference.name())) {
                renamed.replace(reference.start(), reference.end(), "\"" + newName + "\"");
            }
        }
        return renamed.toString();
    }

    private List<QueryShape.Reference> referencesIn(String query) {
        // What the names stand for is of no matter here.
        QueryReading reading = new QueryReading(query, new DateValue(clock), name -> Optional.of("*"), List.of());
        try {
            reading.whole();
            return reading.references();
        } catch (Mistake wrong) {
            return List.of();
        }
    }

    private QueryShape read(String query, List<String> searches) {
        try {
            return understood(query, searches);
        } catch (Mistake mistake) {
            throw new QueryException(mistake.position(), mistake.reason(), repaired(query, mistake, searches));
        }
    }

    private QueryShape understood(String query, List<String> searches) throws Mistake {
        return new QueryReading(query, new DateValue(clock), saved, searches).shape();
    }

    /** Mends one mistake after the other; as a last resort keeps the bare words. */
    private @Nullable String repaired(String query, Mistake first, List<String> searches) {
        Set<String> tried = new HashSet<>();
        String candidate = first.candidate();
        while (candidate != null && tried.size() < REPAIRS && tried.add(candidate)) {
            try {
                understood(candidate, searches);
                return candidate.isBlank() ? bareWords(query, searches) : candidate.strip();
            } catch (Mistake next) {
                candidate = next.candidate();
            }
        }
        return bareWords(candidate == null ? query : candidate, searches);
    }

    private @Nullable String bareWords(String query, List<String> searches) {
        String words = NO_WORD.splitAsStream(query.substring(0, Math.min(query.length(), QueryText.LONGEST)))
                .filter(word -> !word.isEmpty() && !QueryReading.OPERATORS.contains(word))
                .limit(WORDS_KEPT)
                .reduce((all, word) -> all + " " + word)
                .orElse("");
        try {
            understood(words, searches);
            return words.isEmpty() ? null : words;
        } catch (Mistake stillWrong) {
            return null;
        }
    }
}
