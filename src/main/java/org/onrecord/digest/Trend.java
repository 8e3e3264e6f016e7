package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * How much there was of something over the past weeks, for a small picture.
 *
 * @param subject of what: the name of an issue, or what is counted
 * @param sides whether statements for something are counted up and those against it down; else everything is counted up
 * @param spans oldest first, without gaps
 */
public record Trend(String subject, boolean sides, List<Span> spans) {
    /**
     * A day or a week.
     *
     * @param from its first day
     * @param up how many
     * @param down how many against; 0 where there are no sides
     */
    public record Span(LocalDate from, long up, long down) {
        public Span {
            requireNonNull(from, "from");
        }
    }

    public Trend {
        requireNonNull(subject, "subject");
        spans = List.copyOf(spans);
    }

    /** Whether there is anything to draw. */
    boolean isEmpty() {
        return spans.stream().allMatch(span -> span.up() == 0 && span.down() == 0);
    }
}
