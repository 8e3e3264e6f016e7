package org.onrecord.index;

import org.onrecord.article.Span;

/** The two ends of a span in one number, as a column of the index holds them. */
public final class StatementPlace {
    private StatementPlace() {}

    /** The span that a number stands for. */
    public static Span of(long number) {
        return new Span((int) (number >>> 32), (int) number);
    }

    static long number(Span span) {
        return ((long) span.start() << 32) | span.end();
    }
}
