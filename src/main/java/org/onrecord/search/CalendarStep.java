package org.onrecord.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** A step by which pictures divide time. */
public enum CalendarStep {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The finest step that divides the time between two days, both included, into no more parts than this, else years. */
    public static CalendarStep fitting(LocalDate first, LocalDate last, int mostParts) {
        for (CalendarStep step : values()) {
            // A step at either end may be cut, so there may be one part more than whole steps.
            if (step.unit().between(first, last) / step.length() + 2 <= mostParts) {
                return step;
            }
        }
        return YEAR;
    }

    /** The first day of the step that a day lies in. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER ->
                day.withDayOfMonth(1)
                        .withMonth(day.getMonth().firstMonthOfQuarter().getValue());
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the following step. */
    public LocalDate next(LocalDate start) {
        return start.plus(length(), unit());
    }

    /** The starts of all steps from the one of the first day to the one of the last. */
    public List<LocalDate> starts(LocalDate first, LocalDate last) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = start(first); !start.isAfter(last); start = next(start)) {
            starts.add(start);
        }
        return starts;
    }

    /** The term of a query for articles published in the step. */
    public String term(LocalDate start) {
        return switch (this) {
            case DAY -> "date:" + start;
            case WEEK, QUARTER -> "date:" + start + ".." + next(start).minusDays(1);
            case MONTH -> "date:" + start.toString().substring(0, 7);
            case YEAR -> "date:" + start.getYear();
        };
    }

    private ChronoUnit unit() {
        return switch (this) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH, QUARTER -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }

    private int length() {
        return this == QUARTER ? 3 : 1;
    }
}
