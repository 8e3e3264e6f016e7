package org.onrecord.tag.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which English text tells a day, month, season, quarter, half or year. */
public enum TimeExpression {
    /** "Aug. 8", "March 3rd, 2025". */
    DAY("\\b" + Words.MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d\\d))?"),
    /** "8 August", "3rd of March, 2025". */
    DAY_FIRST("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + Words.MONTHS + "(?:,? (20\\d\\d))?(?=[\\s.,;]|$)"),
    /** "May 2025". */
    MONTH_YEAR("\\b" + Words.MONTHS + " (20\\d\\d)\\b"),
    /** "In July", "since early May". */
    MONTH("\\b(?:in|since|of|In|Since|by|until|early|late|from|from|during|after|last) (?:early |late |mid-)?"
            + Words.MONTHS + "(?: (20\\d\\d))?(?=[\\s.,;:—]|$)"),
    /** "2026-02-28". */
    NUMERIC("\\b(20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])\\b"),
    /** "Next Monday", "Tuesday". */
    WEEKDAY("\\b(?:(next|last) )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b"),
    /** "Three weeks ago". */
    AGO(
            Pattern.CASE_INSENSITIVE,
            "\\b(a|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) (day|week|month|year)"
                    + "(?:s? (?:ago|earlier|before)| after)\\b"),
    /** "Yesterday", "last month". */
    RELATIVE(
            Pattern.CASE_INSENSITIVE,
            "\\b(today|yesterday|tonight|overnight|this week|last week|this month|last month|this year|last year"
                    + "|earlier this month|earlier this year|next year|next month|earlier this week|this morning)\\b"),
    /** "Last summer", "the fall of 2025". */
    SEASON(Pattern.CASE_INSENSITIVE, "\\b(this|last|the) (spring|summer|autumn|fall|winter)\\b(?: of (20\\d\\d))?"),
    /** "The third quarter", "Q2 2025". */
    QUARTER(
            Pattern.CASE_INSENSITIVE,
            "\\b(?:(first|second|third|fourth)[ -]quarter|Q([1-4]))(?:(?: of)?(?: fiscal)? (20\\d\\d))?\\b"),
    /** "The last quarter". */
    THIS_QUARTER(Pattern.CASE_INSENSITIVE, "\\b(this|current|last|previous|next) quarter\\b"),
    /** "The first half of 2025". */
    HALF(Pattern.CASE_INSENSITIVE, "\\b(first|second)[ -]half(?: of(?: fiscal)? (20\\d\\d))?\\b"),
    /** "In 2025", "through 2026". */
    YEAR("\\b(?:in|since|by|for|of|during|In|Since|through|until|from|From|fiscal) (20\\d\\d)\\b");

    private final Pattern pattern;

    TimeExpression(String pattern) {
        this(0, pattern);
    }

    TimeExpression(int flags, String pattern) {
        this.pattern = Pattern.compile(pattern, flags);
    }

    /** Finds where a text tells a time in this way; each find is for {@link #iso}. */
    public Matcher in(String text) {
        return pattern.matcher(text);
    }

    /**
     * What a find means, as an ISO prefix ("2026-03-10", "2026-03", "2026"), quarter ("2026-Q1") or half ("2026-H1").
     *
     * @param found a find of this expression
     * @param published the day of publication, to which much is relative; null when unknown
     * @return null when the time cannot be told, or the calendar does not have it
     */
    public @Nullable String iso(Matcher found, @Nullable LocalDate published) {
        return switch (this) {
            case DAY -> PartialDates.day(found.group(1), found.group(2), found.group(3), published);
            case DAY_FIRST -> PartialDates.day(found.group(2), found.group(1), found.group(3), published);
            case MONTH_YEAR, MONTH -> PartialDates.month(found.group(1), found.group(2), published);
            case YEAR -> found.group(1);
            case NUMERIC ->
                PartialDates.day(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        Integer.parseInt(found.group(3)));
            case QUARTER ->
                PartialDates.quarter(
                        found.group(2) != null ? Integer.parseInt(found.group(2)) : Words.ordinal(found.group(1)),
                        found.group(3),
                        published);
            case HALF -> half(found, published);
            case AGO -> published == null ? null : ago(lower(found, 1), lower(found, 2), published);
            case RELATIVE -> published == null ? null : relative(lower(found, 1), published);
            case SEASON -> published == null ? null : season(found, published);
            case WEEKDAY -> published == null ? null : weekday(found, published).toString();
            case THIS_QUARTER -> published == null ? null : thisQuarter(lower(found, 1), published);
        };
    }

    private static String lower(Matcher found, int group) {
        return found.group(group).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String half(Matcher found, @Nullable LocalDate published) {
        String given = found.group(2);
        String year = given == null && published != null ? PartialDates.year(published.getYear()) : given;
        return year == null ? null : year + "-H" + Words.ordinal(found.group(1));
    }

    private static String ago(String count, String unit, LocalDate day) {
        int number = count.equals("a")
                ? 1
                : Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) : Words.COUNTS.indexOf(count) + 2;
        return switch (unit) {
            case "day" -> day.minusDays(number).toString();
            case "week" -> PartialDates.month(day.minusWeeks(number));
            case "month" -> PartialDates.month(day.minusMonths(number));
            default -> PartialDates.year(day.getYear() - number);
        };
    }

    private static String relative(String words, LocalDate day) {
        return switch (words) {
            case "today", "tonight", "overnight", "this morning" -> day.toString();
            case "yesterday" -> day.minusDays(1).toString();
            case "this week", "earlier this week", "this month", "earlier this month" -> PartialDates.month(day);
            case "last week" -> PartialDates.month(day.minusDays(7));
            case "last month" -> PartialDates.month(day.minusMonths(1));
            case "next month" -> PartialDates.month(day.plusMonths(1));
            case "last year" -> PartialDates.year(day.getYear() - 1);
            case "next year" -> PartialDates.year(day.getYear() + 1);
            case "this year", "earlier this year" -> PartialDates.year(day.getYear());
            default -> throw new IllegalArgumentException("not a relative time: " + words);
        };
    }

    /** "Last winter" ended in the year of publication, other last seasons in the one before. */
    private static String season(Matcher found, LocalDate day) {
        boolean last = lower(found, 1).equals("last") && !lower(found, 2).equals("winter");
        return found.group(3) != null ? found.group(3) : PartialDates.year(day.getYear() - (last ? 1 : 0));
    }

    private static LocalDate weekday(Matcher found, LocalDate day) {
        DayOfWeek weekday = DayOfWeek.valueOf(found.group(2).toUpperCase(Locale.ROOT));
        String which = found.group(1) == null ? "" : found.group(1);
        return switch (which) {
            case "next" -> day.with(TemporalAdjusters.next(weekday));
            case "last" -> day.with(TemporalAdjusters.previous(weekday));
            default -> day.with(TemporalAdjusters.previousOrSame(weekday));
        };
    }

    private static String thisQuarter(String which, LocalDate day) {
        return PartialDates.quarter(
                switch (which) {
                    case "next" -> day.plusMonths(3);
                    case "last", "previous" -> day.minusMonths(3);
                    default -> day;
                });
    }

    private static final class Words {
        private static final String MONTHS = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                + "(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|\\.)*\\.?";
        private static final List<String> COUNTS =
                List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

        private static int ordinal(String word) {
            return ORDINALS.indexOf(word.toLowerCase(Locale.ROOT)) + 1;
        }
    }
}
