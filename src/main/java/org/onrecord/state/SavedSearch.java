package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;

/**
 * A query that somebody gave a name.
 *
 * @param number what it is known by for ever, in addresses of feeds for example; it never changes
 * @param name the name for people and for {@code search:"name"}; no two have names that differ in letter case alone
 * @param query in the query language
 * @param created when it was saved first, to the millisecond
 */
public record SavedSearch(long number, String name, String query, Instant created) {
    public SavedSearch {
        requireNonNull(name, "name");
        requireNonNull(query, "query");
        requireNonNull(created, "created");
    }

    /** The form in which names are compared: lower case, one space between words. */
    public static String key(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
