package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the matching articles divide along one field.
 *
 * @param field the field of the query language that narrows by it: {@code source}, {@code actor}, {@code act}
 * @param counts values with the number of matching articles, most first
 */
public record Facet(String field, List<Count> counts) {
    /**
     * One value of a facet.
     *
     * @param value as the query language writes it
     * @param articles how many of the matching articles have it
     */
    public record Count(String value, long articles) {
        public Count {
            requireNonNull(value, "value");
        }
    }

    public Facet {
        requireNonNull(field, "field");
        counts = List.copyOf(counts);
    }
}
