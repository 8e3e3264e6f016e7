package org.onrecord.watch;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who waits for articles.
 *
 * @param id what its matches are kept under, for ever its own: {@code webhook:3}
 * @param query what it waits for, in the query language
 */
public record Watcher(String id, String query) {
    public Watcher {
        requireNonNull(id, "id");
        requireNonNull(query, "query");
    }
}
