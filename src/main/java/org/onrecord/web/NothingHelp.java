package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.NothingFound;

/**
 * Why a query found nothing, and what to ask instead.
 *
 * @param obstacles the conditions in the way
 * @param suggestions other words that have answers
 */
record NothingHelp(List<Way> obstacles, List<Way> suggestions) {
    /**
     * Something else to ask.
     *
     * @param condition the condition to leave out, or what was probably meant
     * @param unmet whether nothing at all meets the condition
     * @param count how many answers the query brings, for people; empty when none
     */
    record Way(String condition, boolean unmet, String count, String query, String href) {}

    NothingHelp {
        obstacles = List.copyOf(obstacles);
        suggestions = List.copyOf(suggestions);
    }

    /** @param one what is counted: "article" */
    static @Nullable NothingHelp of(@Nullable NothingFound nothing, Question question, String one) {
        if (nothing == null) {
            return null;
        }
        return new NothingHelp(
                nothing.obstacles().stream()
                        .map(obstacle -> new Way(
                                obstacle.condition(),
                                obstacle.unmet(),
                                obstacle.without() == 0 ? "" : Labels.count(obstacle.without(), one),
                                obstacle.query(),
                                question.asking(new QueryText(obstacle.query())).href()))
                        .toList(),
                nothing.suggestions().stream()
                        .map(suggestion -> new Way(
                                suggestion.meant(),
                                false,
                                Labels.count(suggestion.count(), one),
                                suggestion.query(),
                                question.asking(new QueryText(suggestion.query()))
                                        .href()))
                        .toList());
    }
}
