package org.onrecord.digest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;

/**
 * How much a digest or a search would have brought in the past weeks, for people who are about to subscribe to it.
 *
 * @param found how many items the past {@value #WEEKS} weeks had, the copies of one text counted once
 */
public record VolumeEstimate(long found) {
    /** How far back it looks. */
    public static final int WEEKS = 4;

    /**
     * The estimate for a digest: its statements, and the stories that its searches find. A search that cannot be answered
     * counts nothing.
     *
     * @param clock whose today is the last day that counts
     */
    public static VolumeEstimate of(Digest digest, ArticleSearch search, Clock clock) {
        List<String> followed = new ArrayList<>();
        digest.issues().forEach(issue -> followed.add("about:" + issue));
        digest.actors().forEach(actor -> followed.add("said-by:" + actor));
        List<String> searches = digest.searches().stream()
                .map(Digest.SavedSearch::query)
                .filter(query -> isAnswerable(query, search))
                .map(query -> query.isBlank() ? "*" : query)
                .toList();
        long statements = followed.isEmpty()
                ? 0
                : search.statements(recent(followed, clock)).total();
        long stories =
                searches.isEmpty() ? 0 : search.stories(recent(searches, clock)).total();
        return new VolumeEstimate(statements + stories);
    }

    /**
     * The estimate for one search.
     *
     * @param what what it lists; of articles, the copies of one text count once
     * @throws QueryException when the query is wrong
     */
    public static VolumeEstimate of(String query, Listing what, ArticleSearch search, Clock clock) {
        search.check(query);
        SearchRequest request = recent(List.of(query.isBlank() ? "*" : query), clock);
        return new VolumeEstimate(
                switch (what) {
                    case ARTICLES, STORIES -> search.stories(request).total();
                    case STATEMENTS -> search.statements(request).total();
                    case EVENTS -> search.events(request).total();
                    case FIGURES -> search.figures(request).total();
                });
    }

    public VolumeEstimate {
        if (found < 0) {
            throw new IllegalArgumentException("nothing is found less than no time: " + found);
        }
    }

    /** How many items come in a week, on average. */
    public double perWeek() {
        return found / (double) WEEKS;
    }

    /** How many items come in a day, on average. */
    public double perDay() {
        return perWeek() / 7;
    }

    /** "about 12 items a week, over the past 4 weeks". */
    public String inWords() {
        long weekly = Math.round(perWeek());
        if (weekly >= 1) {
            return "about " + Words.count(weekly, "item") + " a week, over the past " + WEEKS + " weeks";
        }
        return found == 0
                ? "nothing in the past " + WEEKS + " weeks"
                : Words.count(found, "item") + " in the past " + WEEKS + " weeks";
    }

    private static boolean isAnswerable(String query, ArticleSearch search) {
        try {
            search.check(query);
            return true;
        } catch (QueryException unanswerable) {
            return false;
        }
    }

    private static SearchRequest recent(Collection<String> alternatives, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String any = alternatives.stream().collect(Collectors.joining(") OR (", "((", "))"));
        return SearchRequest.of(any + " after:" + today.minusWeeks(WEEKS)).page(0, 1);
    }
}
