package org.onrecord.search;

import java.util.List;

/**
 * One page of answers.
 *
 * @param hits the answers, best or newest first
 * @param total how many there are in all
 * @param facets how the matching articles divide; empty unless asked for
 */
public record Hits<T>(List<T> hits, long total, List<Facet> facets) {
    public Hits {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }
}
