package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

/**
 * What a feed says of itself.
 *
 * @param title as plain text, empty if none
 * @param format as in {@link Feed}
 */
record FeedHead(String title, String format) {
    FeedHead {
        requireNonNull(title, "title");
        requireNonNull(format, "format");
    }
}
