package org.onrecord.tag.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes dates that may lack a day or month as ISO prefixes: "2026-03-10", "2026-03", "2026", and quarters as "2026-Q1". */
final class PartialDates {
    private PartialDates() {}

    static String year(int year) {
        return Integer.toString(year);
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    /**
     * A day of a month in English.
     *
     * @param year the year as it stands; null to take the one nearest to publication
     * @param published the day of publication; null when unknown
     * @return null when the year cannot be told, or the calendar does not have the day
     */
    static @Nullable String day(String monthName, String number, @Nullable String year, @Nullable LocalDate published) {
        int month = month(monthName);
        Integer in = year(month, year, published);
        return in == null ? null : day(in, month, Integer.parseInt(number));
    }

    /** Null for a day that the calendar does not have, such as 29 February in most years. */
    static @Nullable String day(int year, int month, int day) {
        return YearMonth.of(year, month).isValidDay(day)
                ? String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day)
                : null;
    }

    /** A month in English, as {@link #day(String, String, String, LocalDate)}. */
    static @Nullable String month(String name, @Nullable String year, @Nullable LocalDate published) {
        int month = month(name);
        Integer in = year(month, year, published);
        return in == null ? null : String.format(Locale.ROOT, "%04d-%02d", in, month);
    }

    /** A quarter; one without a year is the last one that has begun. */
    static @Nullable String quarter(int number, @Nullable String year, @Nullable LocalDate published) {
        if (year != null) {
            return year + "-Q" + number;
        }
        return published == null ? null : published.getYear() - (number > quarterOf(published) ? 1 : 0) + "-Q" + number;
    }

    /** The quarter of a day. */
    static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + quarterOf(day);
    }

    private static int quarterOf(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }

    private static int month(String name) {
        for (Month month : Month.values()) {
            if (month.name().substring(0, 3).equalsIgnoreCase(name)) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("not a month: " + name);
    }

    /** A month without a year is the last one before publication, or one of the next two months. */
    private static @Nullable Integer year(int month, @Nullable String year, @Nullable LocalDate published) {
        if (year != null) {
            return Integer.valueOf(year);
        }
        if (published == null) {
            return null;
        }
        return month > published.getMonthValue() + 2 ? published.getYear() - 1 : published.getYear();
    }
}
