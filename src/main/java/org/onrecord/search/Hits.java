package org.onrecord.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of answers.
 *
 * @param hits the answers, best or newest first
 * @param total how many there are in all
 * @param facets how all answers divide; empty unless asked for
 * @param overTime how all answers spread over time; null unless facets were asked for
 * @param next the cursor of the next page, for {@link SearchRequest#after}; null on the last page, and for stories
 * @param nothingFound why there are no answers; null when there are some
 */
public record Hits<T>(
        List<T> hits,
        long total,
        List<Facet> facets,
        @Nullable OverTime overTime,
        @Nullable String next,
        @Nullable NothingFound nothingFound) {
    public Hits {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /** A page without counts. */
    public Hits(List<T> hits, long total) {
        this(hits, total, List.of(), null, null, null);
    }

    Hits<T> because(NothingFound reason) {
        return new Hits<>(hits, total, facets, overTime, next, reason);
    }

    Hits<T> goingOn(@Nullable String cursor) {
        return new Hits<>(hits, total, facets, overTime, cursor, nothingFound);
    }
}
