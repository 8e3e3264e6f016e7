package org.onrecord.web;

import org.jspecify.annotations.Nullable;
import org.onrecord.search.QueryException;

/**
 * Why a query cannot be answered, and what to ask instead.
 *
 * @param before the query up to the wrong place
 * @param wrong the wrong character; empty when the query ended too early
 * @param after what follows it
 * @param position the place, from 1, as people count
 * @param reason what is wrong
 * @param repaired a query that works; null when none can be offered
 * @param repairedHref the page that asks it; null as above
 */
record WrongQuery(
        String before,
        String wrong,
        String after,
        int position,
        String reason,
        @Nullable String repaired,
        @Nullable String repairedHref) {
    static WrongQuery of(QueryException e, Question question) {
        String query = question.query().text();
        int start = Math.clamp(e.position(), 0, query.length());
        int end = start == query.length() ? start : query.offsetByCodePoints(start, 1);
        String repaired = e.repaired().orElse(null);
        return new WrongQuery(
                query.substring(0, start),
                query.substring(start, end),
                query.substring(end),
                start + 1,
                String.valueOf(e.getMessage()),
                repaired,
                repaired == null
                        ? null
                        : question.asking(new QueryText(repaired)).href());
    }
}
