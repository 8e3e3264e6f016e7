package org.onrecord.tag;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** Reads dates in running text: "on Aug. 8", "in July", "last month", "on Monday", relative to the day of publication. */
final class DateReader {
    private static final String MONTHS =
            "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|\\.)*\\.?";
    private static final Pattern DAY =
            Pattern.compile("\\b" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (20\\d\\d))?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + "(?:,? (20\\d\\d))?(?=[\\s.,;]|$)");
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:in|since|of|In|Since|by|until|early|late|from|from|during|after|last) (?:early |late |mid-)?"
                    + MONTHS + "(?: (20\\d\\d))?(?=[\\s.,;:—]|$)");
    private static final Pattern MONTH_YEAR = Pattern.compile("\\b" + MONTHS + " (20\\d\\d)\\b");
    private static final Pattern YEAR =
            Pattern.compile("\\b(?:in|since|by|for|of|during|In|Since|through|until) (20\\d\\d)\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b");
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(today|yesterday|tonight|overnight|this week|last week|this month|last month|this year|last year|earlier this month|earlier this year|next year|next month|a year ago|this morning|a day earlier|a week ago|two weeks ago|two months ago)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = Pattern.compile(
            "\\b(first|second|third|fourth|first-|second-|third-|fourth-)[ -]?quarter(?: of (?:fiscal )?(20\\d\\d))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT_QUARTER = Pattern.compile("\\bQ([1-4])(?: (20\\d\\d))?\\b");

    /** The date nearest to a place of a sentence, as an ISO prefix; null when the sentence gives none. */
    @Nullable
    String date(String sentence, int place, @Nullable Published published) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        LocalDate day = published == null ? null : published.day();
        for (Pattern pattern : new Pattern[] {DAY, DAY_FIRST, MONTH_YEAR, MONTH, WEEKDAY, RELATIVE, YEAR}) {
            Matcher m = pattern.matcher(sentence);
            while (m.find()) {
                String iso = iso(pattern, m, day);
                int gap = Math.abs(m.start() - place);
                if (iso != null && gap < nearest - (best != null && best.length() > iso.length() ? 1_000 : 0)) {
                    nearest = gap;
                    best = iso;
                }
            }
        }
        return best;
    }

    private static @Nullable String iso(Pattern pattern, Matcher m, @Nullable LocalDate day) {
        if (pattern == DAY) {
            return dayOf(m.group(1), m.group(2), m.group(3), day);
        }
        if (pattern == DAY_FIRST) {
            return dayOf(m.group(2), m.group(1), m.group(3), day);
        }
        if (pattern == MONTH_YEAR || pattern == MONTH) {
            return monthOf(m.group(1), m.group(2), day);
        }
        if (pattern == YEAR) {
            return m.group(1);
        }
        if (day == null) {
            return null;
        }
        if (pattern == WEEKDAY) {
            DayOfWeek weekday = DayOfWeek.valueOf(m.group(1).toUpperCase(Locale.ROOT));
            return day.with(TemporalAdjusters.previousOrSame(weekday)).toString();
        }
        return relative(m.group(1).toLowerCase(Locale.ROOT), day);
    }

    private static @Nullable String relative(String words, LocalDate day) {
        return switch (words) {
            case "today", "tonight", "overnight", "this morning" -> day.toString();
            case "yesterday", "a day earlier" -> day.minusDays(1).toString();
            case "this week" -> day.toString().substring(0, 7);
            case "last week", "a week ago" -> day.minusDays(7).toString().substring(0, 7);
            case "two weeks ago" -> day.minusDays(14).toString().substring(0, 7);
            case "this month", "earlier this month" -> day.toString().substring(0, 7);
            case "last month" -> day.minusMonths(1).toString().substring(0, 7);
            case "two months ago" -> day.minusMonths(2).toString().substring(0, 7);
            case "next month" -> day.plusMonths(1).toString().substring(0, 7);
            case "last year", "a year ago" -> Integer.toString(day.getYear() - 1);
            case "next year" -> Integer.toString(day.getYear() + 1);
            case "this year", "earlier this year" -> Integer.toString(day.getYear());
            default -> null;
        };
    }

    private static int month(String name) {
        for (Month month : Month.values()) {
            if (month.name().substring(0, 3).equalsIgnoreCase(name)) {
                return month.getValue();
            }
        }
        throw new IllegalArgumentException("not a month: " + name);
    }

    private static @Nullable String dayOf(String name, String number, @Nullable String year, @Nullable LocalDate day) {
        int month = month(name);
        int of = Integer.parseInt(number);
        if (of < 1 || of > Month.of(month).maxLength()) {
            return null;
        }
        if (year == null && day == null) {
            return null;
        }
        int in = year != null ? Integer.parseInt(year) : nearestYear(month, day);
        return String.format(Locale.ROOT, "%04d-%02d-%02d", in, month, of);
    }

    private static @Nullable String monthOf(String name, @Nullable String year, @Nullable LocalDate day) {
        if (year == null && day == null) {
            return null;
        }
        int month = month(name);
        int in = year != null ? Integer.parseInt(year) : nearestYear(month, day);
        return String.format(Locale.ROOT, "%04d-%02d", in, month);
    }

    /** A month without a year is the last one before publication, or one of the next two months. */
    private static int nearestYear(int month, @Nullable LocalDate day) {
        if (day == null) {
            return 0;
        }
        return month > day.getMonthValue() + 2 ? day.getYear() - 1 : day.getYear();
    }

    /** The period that a figure holds for: a quarter, year or month named in its sentence; null when there is none. */
    @Nullable
    String period(String sentence, int from, int to, @Nullable Published published) {
        LocalDate day = published == null ? null : published.day();
        Matcher m = QUARTER.matcher(sentence);
        if (m.find() && (m.group(2) != null || day != null)) {
            int number = switch (m.group(1).toLowerCase(Locale.ROOT).charAt(0) + ""
                    + m.group(1).toLowerCase(Locale.ROOT).charAt(1)) {
                case "fi" -> 1;
                case "se" -> 2;
                case "th" -> 3;
                default -> 4;
            };
            return (m.group(2) != null ? m.group(2) : Integer.toString(yearOf(day))) + "-Q" + number;
        }
        m = SHORT_QUARTER.matcher(sentence);
        if (m.find() && (m.group(2) != null || day != null)) {
            return (m.group(2) != null ? m.group(2) : Integer.toString(yearOf(day))) + "-Q" + m.group(1);
        }
        String best = null;
        int nearest = 60;
        for (Pattern pattern : new Pattern[] {YEAR, RELATIVE, MONTH_YEAR, MONTH}) {
            m = pattern.matcher(sentence);
            while (m.find()) {
                String iso = iso(pattern, m, day);
                int gap = m.start() >= to ? m.start() - to : from - m.end();
                if (iso != null && gap < nearest) {
                    nearest = gap;
                    best = iso;
                }
            }
        }
        return best;
    }

    private static int yearOf(@Nullable LocalDate day) {
        return day == null ? 0 : day.getYear();
    }
}
