package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How the answers spread over time: by days while they fit into a picture, else by weeks, months or years.
 *
 * @param step how long each piece of time is
 * @param spans oldest first, without gaps (but for answers that are centuries apart); empty when there are no answers
 * @param everything the query without its days
 */
public record OverTime(Step step, List<Span> spans, String everything) {
    private static final int MOST_SPANS = 62;
    /** Beyond that many years, only those with answers are listed: a wrong date must not draw centuries of nothing. */
    private static final int MOST_YEARS = 400;

    /** The length of a piece of time. */
    public enum Step {
        DAY,
        /** From Monday to Sunday. */
        WEEK,
        MONTH,
        YEAR;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }

        private static Step fitting(LocalDate first, LocalDate last) {
            if (ChronoUnit.DAYS.between(first, last) < MOST_SPANS) {
                return DAY;
            }
            if (ChronoUnit.WEEKS.between(first, last) < MOST_SPANS - 1) {
                return WEEK;
            }
            return ChronoUnit.MONTHS.between(first, last) < MOST_SPANS - 1 ? MONTH : YEAR;
        }
    }

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
            return new OverTime(Step.DAY, List.of(), everything);
        }
        Step step = Step.fitting(days.firstKey(), days.lastKey());
        return new OverTime(step, spans(step, days, during), everything);
    }

    static List<Span> spans(
            Step step, NavigableMap<LocalDate, Long> days, BiFunction<LocalDate, LocalDate, String> during) {
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
