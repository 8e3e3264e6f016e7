package org.onrecord.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query, understood. */
sealed interface Condition {
    /** Holds for everything. */
    record Everything() implements Condition {}

    /** Holds where all parts hold. No part is an {@code AllOf}: conditions of statements in one list are of one statement. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where at least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Holds where its inner one does not. */
    record Not(Condition inner) implements Condition {}

    /** A word, several that stand together, or a value of a field. */
    record Text(QueryField field, String text, Nearness nearness) implements Condition {}

    /**
     * How the words of a text must stand.
     *
     * @param quoted whether exactly these words are meant, not other forms of them
     * @param within how many other words may stand between them, in which case any form and order will do
     */
    record Nearness(boolean quoted, int within) {
        static final Nearness WORD = new Nearness(false, 0);
    }

    /** A word or value that begins so. */
    record Prefix(QueryField field, String start) implements Condition {}

    /** Publication from a day on and before another; null where that side is open. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate before) implements Condition {}

    /** Publication at a moment or later. */
    record Since(Instant moment) implements Condition {}
}
