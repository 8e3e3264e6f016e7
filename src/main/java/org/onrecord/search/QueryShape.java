package org.onrecord.search;

import java.util.List;

/**
 * A query with what it asks for and where its text says so.
 *
 * @param query the text
 * @param condition what it asks for
 * @param parts the conditions that all must hold, with their places, in order; empty when there are alternatives
 * @param terms the single terms, wherever they stand, in order
 * @param alternatives whether it is alternatives joined by OR
 */
record QueryShape(String query, Condition condition, List<Part> parts, List<Part> terms, boolean alternatives) {
    /** One condition of the text from {@code start} to before {@code end}. */
    record Part(int start, int end, Condition condition) {}

    /** A reference to a saved search, the name standing from {@code start} to before {@code end}. */
    record Reference(String name, int start, int end) {}

    QueryShape {
        parts = List.copyOf(parts);
        terms = List.copyOf(terms);
    }
}
