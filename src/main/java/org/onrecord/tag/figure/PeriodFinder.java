package org.onrecord.tag.figure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.time.TimeExpression;

/** Finds the period that a figure holds for: a quarter, half, year or month named near it. */
final class PeriodFinder {
    /** How far, in characters, a period may stand from its figure; a quarter or half may stand farther. */
    private static final int FAR = 60;

    /** A quarter or half counts as if it stood so many characters nearer. */
    private static final int EXACT = 60;

    /** Of several that are equally near, the first counts. */
    private static final List<TimeExpression> PERIODS = List.of(
            TimeExpression.QUARTER,
            TimeExpression.THIS_QUARTER,
            TimeExpression.HALF,
            TimeExpression.YEAR,
            TimeExpression.RELATIVE,
            TimeExpression.MONTH_YEAR,
            TimeExpression.MONTH,
            TimeExpression.SEASON,
            TimeExpression.AGO);

    private static final Set<TimeExpression> OF_ACCOUNTS =
            EnumSet.of(TimeExpression.QUARTER, TimeExpression.THIS_QUARTER, TimeExpression.HALF);

    private PeriodFinder() {}

    /**
     * The period of the figure from {@code from} to {@code to} of a sentence, as in {@link TimeExpression#iso}; null for none.
     *
     * @param published the day of publication; null when unknown
     */
    static @Nullable String in(String sentence, int from, int to, @Nullable LocalDate published) {
        String best = null;
        int nearest = FAR;
        for (TimeExpression expression : PERIODS) {
            Matcher found = expression.in(sentence);
            while (found.find()) {
                String period = period(expression, found, published);
                int gap = found.start() >= to ? found.start() - to : Math.max(0, from - found.end());
                gap -= OF_ACCOUNTS.contains(expression) ? EXACT : 0;
                if (period != null && gap < nearest) {
                    nearest = gap;
                    best = period;
                }
            }
        }
        return best;
    }

    private static @Nullable String period(TimeExpression expression, Matcher found, @Nullable LocalDate published) {
        String iso = expression.iso(found, published);
        if (iso == null || isDay(iso)) {
            return null; // "today" is when it was said
        }
        boolean deadline =
                expression == TimeExpression.MONTH && found.group().startsWith("by ") && found.group(2) == null;
        boolean over = published != null && iso.compareTo(published.toString()) < 0;
        return deadline && over ? Integer.parseInt(iso.substring(0, 4)) + 1 + iso.substring(4) : iso;
    }

    private static boolean isDay(String iso) {
        return iso.length() == "2026-03-10".length();
    }
}
