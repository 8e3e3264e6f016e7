package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How the answers spread over time: by days while they fit into a picture, else by weeks, months, quarters or years.
 *
 * @param step how long each piece of time is
 * @param spans oldest first, without gaps (but for answers that are centuries apart); empty when there are no answers
 * @param everything the query without its days
 */
public record OverTime(CalendarStep step, List<Span> spans, String everything) {
    private static final int MOST_SPANS = 62;
    /** Beyond that many years, only those with answers are listed: a wrong date must not draw centuries of nothing. */
    private static final int MOST_YEARS = 400;

    /**
     * A piece of time.
     *
     * @param from its first day
     * @param to its last day
     * @param count how many answers fall into it
     * @param query the query for these answers alone
     */
    public record Span(LocalDate from, LocalDate to, long count, String query) {
        public Span {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(query, "query");
        }
    }

    public OverTime {
        requireNonNull(step, "step");
        spans = List.copyOf(spans);
        requireNonNull(everything, "everything");
    }

    /**
     * Adds days up to pieces that fit.
     *
     * @param days the number of answers of each day
     * @param during the query for the days from one to another
     * @param everything the query for all days
     */
    public static OverTime of(
            NavigableMap<LocalDate, Long> days, BiFunction<LocalDate, LocalDate, String> during, String everything) {
        if (days.isEmpty()) {
            return new OverTime(CalendarStep.DAY, List.of(), everything);
        }
        CalendarStep step = CalendarStep.fitting(days.firstKey(), days.lastKey(), MOST_SPANS);
        return new OverTime(step, spans(step, days, during), everything);
    }

    static List<Span> spans(
            CalendarStep step, NavigableMap<LocalDate, Long> days, BiFunction<LocalDate, LocalDate, String> during) {
        TreeMap<LocalDate, Long> sums = new TreeMap<>();
        days.forEach((day, count) -> sums.merge(step.start(day), count, Long::sum));
        if (ChronoUnit.YEARS.between(sums.firstKey(), sums.lastKey()) <= MOST_YEARS) {
            for (LocalDate start = sums.firstKey(); start.isBefore(sums.lastKey()); start = step.next(start)) {
                sums.putIfAbsent(start, 0L);
            }
        }
        List<Span> spans = new ArrayList<>();
        sums.forEach((start, count) -> {
            LocalDate end = step.next(start).minusDays(1);
            spans.add(new Span(start, end, count, during.apply(start, end)));
        });
        return spans;
    }
}
