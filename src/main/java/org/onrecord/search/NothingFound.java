package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a query found nothing, and what to ask instead.
 *
 * @param obstacles the conditions that stand in the way: those that nothing meets, and those without which there are answers;
 *     in the order of the query, empty when no single one does
 * @param suggestions queries in other words that have answers, the most likely first
 */
public record NothingFound(List<Obstacle> obstacles, List<Suggestion> suggestions) {
    /**
     * A condition in the way.
     *
     * @param condition as it stands in the query
     * @param unmet whether nothing in the index meets it, whatever else is asked for
     * @param without how many answers there are when it is left out
     * @param query the query without it
     */
    public record Obstacle(String condition, boolean unmet, long without, String query) {
        public Obstacle {
            requireNonNull(condition, "condition");
            requireNonNull(query, "query");
        }
    }

    /**
     * Another way to put it.
     *
     * @param meant what was probably meant: {@code nvidia}, {@code said-by:jensen-huang}
     * @param query the query with that in it
     * @param count how many answers it has
     */
    public record Suggestion(String meant, String query, long count) {
        public Suggestion {
            requireNonNull(meant, "meant");
            requireNonNull(query, "query");
        }
    }

    public NothingFound {
        obstacles = List.copyOf(obstacles);
        suggestions = List.copyOf(suggestions);
    }

    /** The same in sentences, one a line, for people at a terminal. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Obstacle obstacle : obstacles) {
            sentences.add(
                    (obstacle.unmet ? "nothing has " + obstacle.condition : obstacle.condition + " leaves nothing over")
                            + (obstacle.without == 0
                                    ? ""
                                    : "; " + obstacle.without + " without it: "
                                            + (obstacle.query.isEmpty() ? "*" : obstacle.query)));
        }
        for (Suggestion suggestion : suggestions) {
            sentences.add("did you mean " + suggestion.meant + "? " + suggestion.count + " with: " + suggestion.query);
        }
        return sentences;
    }
}
