package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A search whose new articles are mailed as they come in.
 *
 * @param id the id in commands and mail headers; what was told is remembered under it
 * @param name the name for people
 * @param query in the query language
 * @param mostPerDay how many articles a day it may bring; one that would bring more is refused
 */
public record Alert(String id, String name, String query, int mostPerDay) {
    /** What a person can read. */
    public static final int USUAL_MOST_PER_DAY = 50;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Alert {
        requireNonNull(query, "query");
        if (id.length() > 200 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of an alert (lower-case words joined by hyphens): " + id);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("an alert has a name: " + id);
        }
        if (mostPerDay < 1 || mostPerDay > 10_000) {
            throw new IllegalArgumentException("an alert may bring 1 to 10,000 articles a day: " + id);
        }
    }
}
