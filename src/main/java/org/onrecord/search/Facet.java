package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the answers divide along one field.
 *
 * @param field the field of the query language that narrows by it: {@code source}, {@code actor}, {@code act}; for
 *     {@code date} the values are weeks, the newest first
 * @param counts values with the number of answers, most first
 */
public record Facet(String field, List<Count> counts) {
    /**
     * One value of a facet. Where values exclude each other ({@code source}), those beside a chosen one are counted as if it
     * were not chosen; choosing them too makes alternatives.
     *
     * @param value as the query language writes it
     * @param count how many answers have it
     * @param chosen whether the query asks for it already
     * @param query the query narrowed by this value; when it is chosen, the query without it
     */
    public record Count(String value, long count, boolean chosen, String query) {
        public Count {
            requireNonNull(value, "value");
            requireNonNull(query, "query");
        }
    }

    public Facet {
        requireNonNull(field, "field");
        counts = List.copyOf(counts);
    }
}
