package org.onrecord.search;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of {@code date:}, {@code after:} and {@code before:} as conditions. */
final class DateValue {
    static final String ALLOWED =
            "a day (2026-01-05), a month (2026-01), a year (2026), today, yesterday, a time back from now"
                    + " (P7D, P2W, P3M, PT12H) or, for date:, two of them joined by two dots (2026-01..2026-03)";

    private static final Pattern LOOSE = Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?.*");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}).*");
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /** From a day on and before another. */
    private record Range(LocalDate from, LocalDate before) {}

    private final Clock clock;

    DateValue(Clock clock) {
        this.clock = clock;
    }

    /** The condition that a field with a value stands for; empty when the value is no date. */
    Optional<Condition> condition(QueryField field, String value) {
        try {
            return Optional.ofNullable(
                    switch (field) {
                        case AFTER -> value.startsWith("PT") ? since(value) : days(fromOf(value), null);
                        case BEFORE -> days(null, fromOf(value));
                        default -> date(value);
                    });
        } catch (DateTimeException | ArithmeticException notADate) {
            return Optional.empty();
        }
    }

    /** A value near a wrong one that is a date; empty when nothing is near. */
    Optional<String> near(QueryField field, String wrong) {
        Matcher loose = LOOSE.matcher(wrong);
        if (loose.matches()) {
            String month = loose.group(1) + "-" + twoDigits(loose.group(2));
            String day = loose.group(3) == null ? month : month + "-" + twoDigits(loose.group(3));
            for (String candidate : new String[] {day, month}) {
                if (condition(field, candidate).isPresent()) {
                    return Optional.of(candidate);
                }
            }
        }
        Matcher year = YEAR_FIRST.matcher(wrong);
        return year.matches() && condition(field, year.group(1)).isPresent()
                ? Optional.of(year.group(1))
                : Optional.empty();
    }

    private @Nullable Condition date(String value) {
        int dots = value.indexOf("..");
        if (dots >= 0) {
            LocalDate from = fromOf(value.substring(0, dots));
            LocalDate before = range(value.substring(dots + 2)).before;
            return from.isBefore(before) ? days(from, before) : null;
        }
        if (value.startsWith("PT")) {
            return since(value);
        }
        if (value.startsWith("P")) {
            return days(back(value), null);
        }
        Range range = range(value);
        return days(range.from, range.before);
    }

    private Condition since(String value) {
        return new Condition.Since(clock.instant().minus(Duration.parse(value)));
    }

    private LocalDate fromOf(String value) {
        return value.startsWith("P") ? back(value) : range(value).from;
    }

    private LocalDate back(String period) {
        return LocalDate.now(clock).minus(Period.parse(period));
    }

    private Range range(String value) {
        LocalDate today = LocalDate.now(clock);
        return switch (value.length() == 5 || value.length() == 9 ? value : "") {
            case "today" -> new Range(today, today.plusDays(1));
            case "yesterday" -> new Range(today.minusDays(1), today);
            default ->
                switch (value.length()) {
                    case 4 ->
                        new Range(
                                Year.parse(value).atDay(1),
                                Year.parse(value).plusYears(1).atDay(1));
                    case 7 ->
                        new Range(
                                YearMonth.parse(value).atDay(1),
                                YearMonth.parse(value).plusMonths(1).atDay(1));
                    default ->
                        new Range(LocalDate.parse(value), LocalDate.parse(value).plusDays(1));
                };
        };
    }

    private static Condition days(@Nullable LocalDate from, @Nullable LocalDate before) {
        for (LocalDate day : new LocalDate[] {from == null ? EARLIEST : from, before == null ? EARLIEST : before}) {
            if (day.isBefore(EARLIEST) || day.getYear() > 10_000) {
                throw new DateTimeException("the years from 1 to 9999 can be asked for, not " + day);
            }
        }
        return new Condition.Days(from, before);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
