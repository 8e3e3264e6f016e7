package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question in the query language, and which part of the answer is wanted.
 *
 * @param query the question; empty asks for everything
 * @param sort the order
 * @param offset how many answers to leave out, 0 to 10,000
 * @param limit how many answers at most, 1 to 1,000
 * @param facets whether to count facets
 * @param cursor {@link Hits#next} of the page before; null for the beginning of the list
 * @param recent how new an article must be, besides what the query says; null for any
 */
public record SearchRequest(
        String query,
        Sort sort,
        int offset,
        int limit,
        boolean facets,
        @Nullable String cursor,
        @Nullable Recent recent) {
    /** The order of answers. */
    public enum Sort {
        RELEVANCE,
        /** Newest first. */
        DATE
    }

    /**
     * How new an article must be: published lately, or found lately whenever it was published.
     *
     * @param published on this day or later; an article without a date counts from the day on which it was first seen
     * @param seen or first seen at this moment or later; null when only the publication counts
     */
    public record Recent(LocalDate published, @Nullable Instant seen) {
        public Recent {
            requireNonNull(published, "published");
        }
    }

    public SearchRequest {
        requireNonNull(query, "query");
        requireNonNull(sort, "sort");
        if (offset < 0 || offset > 10_000) {
            throw new IllegalArgumentException("an offset lies between 0 and 10000, not " + offset);
        }
        if (offset > 0 && cursor != null) {
            throw new IllegalArgumentException("a list goes on from an offset or a cursor, not from both");
        }
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("a limit lies between 1 and 1000, not " + limit);
        }
    }

    public SearchRequest(String query, Sort sort, int offset, int limit, boolean facets) {
        this(query, sort, offset, limit, facets, null, null);
    }

    public SearchRequest(String query, Sort sort, int offset, int limit, boolean facets, @Nullable String cursor) {
        this(query, sort, offset, limit, facets, cursor, null);
    }

    /** The first ten answers by relevance, without facets. */
    public static SearchRequest of(String query) {
        return new SearchRequest(query, Sort.RELEVANCE, 0, 10, false);
    }

    public SearchRequest sorted(Sort order) {
        return new SearchRequest(query, order, offset, limit, facets, cursor, recent);
    }

    public SearchRequest page(int newOffset, int newLimit) {
        return new SearchRequest(query, sort, newOffset, newLimit, facets, null, recent);
    }

    public SearchRequest withFacets() {
        return new SearchRequest(query, sort, offset, limit, true, cursor, recent);
    }

    /** Only what is so new. */
    public SearchRequest within(Recent newRecent) {
        return new SearchRequest(query, sort, offset, limit, facets, cursor, newRecent);
    }

    /** The answers after those of a page, by its {@link Hits#next}. */
    public SearchRequest after(String newCursor) {
        return new SearchRequest(query, sort, 0, limit, facets, newCursor, recent);
    }
}
