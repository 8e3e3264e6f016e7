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
 * @param nothingFound why there are no answers; null when there are some
 */
public record Hits<T>(
        List<T> hits,
        long total,
        List<Facet> facets,
        @Nullable OverTime overTime,
        @Nullable NothingFound nothingFound) {
    public Hits {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /** A page without counts. */
    public Hits(List<T> hits, long total) {
        this(hits, total, List.of(), null, null);
    }

    Hits<T> because(NothingFound reason) {
        return new Hits<>(hits, total, facets, overTime, reason);
    }
}
