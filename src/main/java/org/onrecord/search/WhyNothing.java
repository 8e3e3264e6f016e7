package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.onrecord.index.IndexSchema.Kind;
import org.onrecord.search.Condition.AllOf;
import org.onrecord.search.Condition.Not;
import org.onrecord.search.Condition.Text;
import org.onrecord.search.NothingFound.Obstacle;
import org.onrecord.search.NothingFound.Suggestion;
import org.onrecord.search.QueryShape.Part;

/** Finds out why a query found nothing: leaves out each condition in turn, and looks for words that the index knows. */
final class WhyNothing {
    private static final int MOST_PARTS = 16;
    private static final int MOST_SUGGESTIONS = 5;

    private final Asking asking;
    private final Spelling spelling;
    private final QueryShape shape;
    private final QueryParser parser;
    private final QueryCompiler compiler;
    private final Kind wanted;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();

    WhyNothing(Asking asking, UnderstoodQuery understood, QueryParser parser, Kind wanted) {
        this.asking = asking;
        this.spelling = new Spelling(asking);
        this.shape = understood.shape();
        this.parser = parser;
        this.compiler = understood.compiler();
        this.wanted = wanted;
    }

    /** What was found out before time ran out. */
    NothingFound answer() throws IOException {
        try {
            suggest();
            leaveOutEach();
        } catch (ExitingReaderException | TimeIsUp timeIsUp) {
            // What is known so far is better than nothing, and nothing is what the question itself has.
        }
        return new NothingFound(obstacles, suggestions);
    }

    private void leaveOutEach() throws IOException {
        if (shape.parts().size() > MOST_PARTS) {
            return;
        }
        Narrowing narrowing = new Narrowing(shape);
        for (Part part : shape.parts()) {
            String query = narrowing.but(part);
            boolean unmet = !(part.condition() instanceof Not) && count(part.condition()) == 0;
            long without = shape.parts().size() == 1 ? 0 : count(query);
            if (unmet || without > 0) {
                obstacles.add(new Obstacle(shape.query().substring(part.start(), part.end()), unmet, without, query));
            }
        }
    }

    private void suggest() throws IOException {
        Map<Part, List<String>> meant = new LinkedHashMap<>();
        for (Part term : shape.terms()) {
            if (meant.size() < MOST_PARTS && count(term.condition()) == 0) {
                List<String> others = meant(term.condition());
                if (!others.isEmpty()) {
                    meant.put(term, others);
                }
            }
        }
        Map<Part, String> best = new LinkedHashMap<>();
        meant.forEach((term, others) -> best.put(term, others.getFirst()));
        if (meant.size() > 1) {
            suggest(best);
        }
        for (Map.Entry<Part, List<String>> term : meant.entrySet()) {
            for (String other : term.getValue()) {
                suggest(Map.of(term.getKey(), other));
            }
        }
    }

    private void suggest(Map<Part, String> replacements) throws IOException {
        StringBuilder query = new StringBuilder(shape.query());
        for (Part term : shape.terms().reversed()) {
            String other = replacements.get(term);
            if (other != null) {
                query.replace(term.start(), term.end(), other);
            }
        }
        long count = suggestions.size() < MOST_SUGGESTIONS ? count(query.toString()) : 0;
        if (count > 0) {
            suggestions.add(new Suggestion(String.join(" ", replacements.values()), query.toString(), count));
        }
    }

    /** Terms that might have been meant by one that nothing meets, the likeliest first. */
    private List<String> meant(Condition condition) throws IOException {
        if (condition instanceof Text text) {
            return spelling.of(text);
        }
        return condition instanceof AllOf all && all.parts().getLast() instanceof Text issue
                ? spelling.of(issue)
                : List.of();
    }

    private long count(Condition condition) throws IOException {
        long count = asking.count(compiler.compile(condition, wanted));
        if (asking.timedOut()) {
            throw new TimeIsUp();
        }
        return count;
    }

    private long count(String query) throws IOException {
        try {
            return count(parser.parse(query));
        } catch (QueryException tooLongNow) {
            return 0;
        }
    }

    /** A count came out too small, because the search behind it was stopped. */
    private static final class TimeIsUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
