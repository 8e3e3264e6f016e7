package org.onrecord.correction;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Passage;
import org.onrecord.article.Span;
import org.onrecord.article.Statement;

/** Finds again what a correction is about, in a text and among tags that may have changed since. */
final class Places {
    /** From this common share on, two spans are the same words with other borders. */
    private static final double SAME = 0.8;

    private Places() {}

    /** Where the words stand in a text: of several places the one nearest to {@code near}. */
    static Optional<Passage> of(String words, String text, int near) {
        int best = -1;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) {
                best = at;
            }
        }
        return words.isEmpty() || best < 0
                ? Optional.empty()
                : Optional.of(Passage.of(text, best, best + words.length()));
    }

    /** The statement with this content and source, or the one that differs least from it and is still the same. */
    static Optional<Statement> statement(List<Statement> statements, Span content, String source) {
        return statements.stream()
                .filter(statement -> share(statement.content().span(), content) >= SAME)
                .min(Comparator.comparing((Statement statement) ->
                                !statement.content().span().equals(content))
                        .thenComparing(statement -> !statement.source().equals(source))
                        .thenComparing(statement -> -share(statement.content().span(), content)));
    }

    /** What two spans have in common, as a share of what they cover together. */
    private static double share(Span one, Span other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common <= 0
                ? 0
                : (double) common / (Math.max(one.end(), other.end()) - Math.min(one.start(), other.start()));
    }
}
