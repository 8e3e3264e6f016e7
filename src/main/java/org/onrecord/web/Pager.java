package org.onrecord.web;

import org.jspecify.annotations.Nullable;

/**
 * Where in the answers a page is.
 *
 * @param summary "21 to 40 of 1,234 statements"
 * @param previous the page before; null on the first
 * @param next the page after; null on the last
 */
record Pager(
        String summary, @Nullable String previous, @Nullable String next) {
    static Pager of(Question question, int shown, long total, String one) {
        String all = Labels.count(total, one);
        String summary = shown == 0 || shown == total
                ? all
                : question.first() + " to " + (question.first() + shown - 1) + " of " + all;
        return new Pager(
                summary,
                question.page() > 1 ? question.at(question.page() - 1).href() : null,
                question.hasNext(total) ? question.at(question.page() + 1).href() : null);
    }

    /** Whether there is any other page. */
    boolean needed() {
        return previous != null || next != null;
    }
}
