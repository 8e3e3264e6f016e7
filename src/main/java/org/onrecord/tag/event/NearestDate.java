package org.onrecord.tag.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.time.TimeExpression;

/** Finds the date in a sentence that belongs to an event: "on Aug. 8", "in July", "last month", "on Monday". */
final class NearestDate {
    /** A date before the event counts as if it stood so many characters farther away. */
    private static final int BEFORE = 20;

    /** The day on which somebody said it counts as if it stood so many characters farther away. */
    private static final int SAID = 60;

    /** How far before a date, in characters, the word may stand that makes it the day of saying. */
    private static final int SAYING_REACH = 22;

    /** How far before an event, in characters, its "has" or "have" may stand. */
    private static final int PERFECT_REACH = 24;

    private static final List<String> SAYING = List.of(
            "said",
            "says",
            "told",
            "confirmed",
            "revealed",
            "disclosed",
            "reported",
            "wrote",
            "informed",
            "announced",
            "according");

    /** Of several that are equally near, the first counts. */
    private static final List<TimeExpression> DATES = List.of(
            TimeExpression.DAY,
            TimeExpression.DAY_FIRST,
            TimeExpression.MONTH_YEAR,
            TimeExpression.MONTH,
            TimeExpression.NUMERIC,
            TimeExpression.WEEKDAY,
            TimeExpression.AGO,
            TimeExpression.RELATIVE,
            TimeExpression.SEASON,
            TimeExpression.QUARTER,
            TimeExpression.YEAR);

    private static final List<TimeExpression> OPENING =
            List.of(TimeExpression.DAY, TimeExpression.DAY_FIRST, TimeExpression.MONTH_YEAR);

    private NearestDate() {}

    /**
     * The date that belongs to the words from {@code from} to {@code to} of a sentence, as an ISO prefix; null when the
     * sentence gives none. What follows the words is nearer than what is before them; the day on which somebody said it is
     * farther.
     *
     * @param published the day of publication; null when unknown
     */
    static @Nullable String in(String sentence, int from, int to, @Nullable LocalDate published) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        for (TimeExpression expression : DATES) {
            Matcher found = expression.in(sentence);
            while (found.find()) {
                String date = date(expression, found, published);
                if (date == null || isDeadline(found.group())) {
                    continue;
                }
                boolean said = isSaidBefore(sentence, found.start()) || sentence.startsWith(" (", found.end());
                int gap = found.start() >= to ? found.start() - to : from - found.end() + BEFORE;
                gap += said ? SAID : 0;
                if (said && date.length() > 7 && isPerfect(sentence, from)) {
                    date = date.substring(0, 7);
                }
                boolean finer = best != null && date.length() > best.length() && date.startsWith(best);
                boolean coarser = best != null && best.length() > date.length() && best.startsWith(date);
                if ((finer || gap < nearest) && !coarser) {
                    nearest = gap;
                    best = date;
                }
            }
        }
        return best;
    }

    /** An event in a quarter is one of that year. */
    private static @Nullable String date(TimeExpression expression, Matcher found, @Nullable LocalDate published) {
        String iso = expression.iso(found, published);
        return iso != null && expression == TimeExpression.QUARTER ? iso.substring(0, 4) : iso;
    }

    /** "Said on Tuesday", "confirmed late on Monday": when it was said, not when it was done. */
    private static boolean isSaidBefore(String sentence, int at) {
        String before = sentence.substring(Math.max(0, at - SAYING_REACH), at).toLowerCase(Locale.ROOT);
        for (String word : SAYING) {
            int place = before.lastIndexOf(word);
            if (place >= 0 && before.indexOf(',', place) < 0) {
                return true;
            }
        }
        return false;
    }

    /** "By 2028", "until June": when something ends, not when it was decided. */
    private static boolean isDeadline(String words) {
        return words.startsWith("by ") || words.startsWith("until ");
    }

    /** "Has issued": done by the day on which it is told, nobody says when. */
    private static boolean isPerfect(String sentence, int from) {
        String before =
                sentence.substring(Math.max(0, from - PERFECT_REACH), from).toLowerCase(Locale.ROOT);
        return before.contains(" has ") || before.contains(" have ");
    }

    /** The date that opens a paragraph of a chronicle: "May 2025. ", "March 3: "; null when it opens otherwise. */
    static @Nullable String opening(String paragraph, @Nullable LocalDate published) {
        for (TimeExpression expression : OPENING) {
            Matcher found = expression.in(paragraph);
            if (found.lookingAt()) {
                return expression.iso(found, published);
            }
        }
        return null;
    }
}
