package org.onrecord.tag.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** Reads dates in running text: "on Aug. 8", "in July", "last month", "on Monday", relative to the day of publication. */
public final class DateReader {
    /** How far from an event, in characters, its date is looked for. */
    static final int REACH = 300;

    private static final int BEFORE = 20;
    private static final int SAID = 60;

    /** How far, in characters, a period may stand from its figure; a quarter or half may stand farther than a year. */
    private static final int FAR = 60;

    private static final int EXACT = 60;
    private static final List<String> COUNTS =
            List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
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
            Pattern.compile("\\b(?:in|since|by|for|of|during|In|Since|through|until|from|From|fiscal) (20\\d\\d)\\b");
    private static final Pattern NUMERIC = Pattern.compile("\\b(20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])\\b");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:(next|last) )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b");
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(today|yesterday|tonight|overnight|this week|last week|this month|last month|this year|last year|earlier this month|earlier this year|next year|next month|earlier this week|this morning)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AGO = Pattern.compile(
            "\\b(a|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}) (day|week|month|year)(?:s? (?:ago|earlier|before)| after)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEASON = Pattern.compile(
            "\\b(this|last|the) (spring|summer|autumn|fall|winter)\\b(?: of (20\\d\\d))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUARTER = Pattern.compile(
            "\\b(?:(first|second|third|fourth)[ -]quarter|Q([1-4]))(?:(?: of)?(?: fiscal)? (20\\d\\d))?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HALF =
            Pattern.compile("\\b(first|second)[ -]half(?: of(?: fiscal)? (20\\d\\d))?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern THIS_QUARTER =
            Pattern.compile("\\b(this|current|last|previous|next) quarter\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final Pattern[] DATES = {
        DAY, DAY_FIRST, MONTH_YEAR, MONTH, NUMERIC, WEEKDAY, AGO, RELATIVE, SEASON, QUARTER, YEAR
    };
    private static final Pattern[] PERIODS = {
        QUARTER, THIS_QUARTER, HALF, YEAR, RELATIVE, MONTH_YEAR, MONTH, SEASON, AGO
    };

    /**
     * The date that belongs to the words from {@code from} to {@code to} of a sentence, as an ISO prefix; null when the
     * sentence gives none. What follows the words is nearer than what is before them; the day on which somebody said it is
     * farther.
     */
    @Nullable
    String date(String sentence, int from, int to, @Nullable Published published) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        LocalDate day = published == null ? null : published.day();
        for (Pattern pattern : DATES) {
            Matcher m = pattern.matcher(sentence);
            while (m.find()) {
                String iso = iso(pattern, m, day);
                if (iso == null || isDeadline(m.group())) {
                    continue;
                }
                boolean said = saysBefore(sentence, m.start()) || sentence.startsWith(" (", m.end());
                int gap = m.start() >= to ? m.start() - to : from - m.end() + BEFORE;
                gap += said ? SAID : 0;
                if (said && iso.length() > 7 && isPerfect(sentence, from)) {
                    iso = iso.substring(0, 7);
                }
                boolean finer = best != null && iso.length() > best.length() && iso.startsWith(best);
                boolean coarser = best != null && best.length() > iso.length() && best.startsWith(iso);
                if ((finer || gap < nearest) && !coarser) {
                    nearest = gap;
                    best = iso;
                }
            }
        }
        return best;
    }

    /** "Said on Tuesday", "confirmed late on Monday": when it was said, not when it was done. */
    private static boolean saysBefore(String sentence, int at) {
        String before = sentence.substring(Math.max(0, at - 22), at).toLowerCase(Locale.ROOT);
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
        String before = sentence.substring(Math.max(0, from - 24), from).toLowerCase(Locale.ROOT);
        return before.contains(" has ") || before.contains(" have ");
    }

    /** The date that opens a paragraph of a chronicle: "May 2025. ", "March 3: "; null when it opens otherwise. */
    @Nullable
    String opening(String paragraph, @Nullable Published published) {
        LocalDate day = published == null ? null : published.day();
        for (Pattern pattern : new Pattern[] {DAY, DAY_FIRST, MONTH_YEAR}) {
            Matcher m = pattern.matcher(paragraph);
            if (m.lookingAt()) {
                return iso(pattern, m, day);
            }
        }
        return null;
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
        if (pattern == NUMERIC) {
            return day(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        }
        if (pattern == QUARTER) {
            String quarter = quarter(m, day);
            return quarter == null ? null : quarter.substring(0, 4);
        }
        if (day == null) {
            return null;
        }
        if (pattern == AGO) {
            return ago(m.group(1).toLowerCase(Locale.ROOT), m.group(2).toLowerCase(Locale.ROOT), day);
        }
        if (pattern == SEASON) {
            boolean last = m.group(1).equalsIgnoreCase("last") && !m.group(2).equalsIgnoreCase("winter");
            return m.group(3) != null ? m.group(3) : Integer.toString(day.getYear() - (last ? 1 : 0));
        }
        if (pattern == WEEKDAY) {
            DayOfWeek weekday = DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT));
            if ("next".equals(m.group(1))) {
                return day.with(TemporalAdjusters.next(weekday)).toString();
            }
            if ("last".equals(m.group(1))) {
                return day.with(TemporalAdjusters.previous(weekday)).toString();
            }
            return day.with(TemporalAdjusters.previousOrSame(weekday)).toString();
        }
        return relative(m.group(1).toLowerCase(Locale.ROOT), day);
    }

    private static @Nullable String relative(String words, LocalDate day) {
        return switch (words) {
            case "today", "tonight", "overnight", "this morning" -> day.toString();
            case "yesterday" -> day.minusDays(1).toString();
            case "this week", "earlier this week" -> day.toString().substring(0, 7);
            case "last week" -> day.minusDays(7).toString().substring(0, 7);
            case "this month", "earlier this month" -> day.toString().substring(0, 7);
            case "last month" -> day.minusMonths(1).toString().substring(0, 7);
            case "next month" -> day.plusMonths(1).toString().substring(0, 7);
            case "last year" -> Integer.toString(day.getYear() - 1);
            case "next year" -> Integer.toString(day.getYear() + 1);
            case "this year", "earlier this year" -> Integer.toString(day.getYear());
            default -> null;
        };
    }

    private static @Nullable String ago(String count, String unit, LocalDate day) {
        int number = count.equals("a") ? 1 : COUNTS.indexOf(count) + 2;
        if (number < 1 || Character.isDigit(count.charAt(0))) {
            number = Integer.parseInt(count);
        }
        return switch (unit) {
            case "day" -> day.minusDays(number).toString();
            case "week" -> day.minusWeeks(number).toString().substring(0, 7);
            case "month" -> day.minusMonths(number).toString().substring(0, 7);
            default -> Integer.toString(day.getYear() - number);
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
        if (year == null && day == null) {
            return null;
        }
        int in = year != null ? Integer.parseInt(year) : nearestYear(month, day);
        return day(in, month, Integer.parseInt(number));
    }

    /** Null for a day that the calendar does not have, such as 29 February in most years. */
    private static @Nullable String day(int year, int month, int day) {
        return YearMonth.of(year, month).isValidDay(day)
                ? String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day)
                : null;
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

    /** The period that a figure holds for: a quarter, year or month named near it; null when there is none. */
    @Nullable
    public String period(String sentence, int from, int to, @Nullable Published published) {
        LocalDate day = published == null ? null : published.day();
        String best = null;
        int nearest = FAR;
        for (Pattern pattern : PERIODS) {
            Matcher m = pattern.matcher(sentence);
            while (m.find()) {
                String period = period(pattern, m, day);
                int gap = m.start() >= to ? m.start() - to : Math.max(0, from - m.end());
                gap -= pattern == QUARTER || pattern == THIS_QUARTER || pattern == HALF ? EXACT : 0;
                if (period != null && gap < nearest) {
                    nearest = gap;
                    best = period;
                }
            }
        }
        return best;
    }

    private static @Nullable String period(Pattern pattern, Matcher m, @Nullable LocalDate day) {
        if (pattern == QUARTER) {
            return quarter(m, day);
        }
        if (pattern == HALF) {
            String half = "-H" + (ORDINALS.indexOf(m.group(1).toLowerCase(Locale.ROOT)) + 1);
            return m.group(2) != null ? m.group(2) + half : day == null ? null : day.getYear() + half;
        }
        if (pattern == THIS_QUARTER) {
            if (day == null) {
                return null;
            }
            String which = m.group(1).toLowerCase(Locale.ROOT);
            int months = which.equals("next") ? 3 : which.equals("last") || which.equals("previous") ? -3 : 0;
            LocalDate then = day.plusMonths(months);
            return then.getYear() + "-Q" + quarterOf(then);
        }
        String iso = iso(pattern, m, day);
        if (iso == null || day == null || iso.length() == 10) {
            return iso == null || iso.length() == 10 ? null : iso; // "today" is when it was said
        }
        boolean ahead = pattern == MONTH && m.group().startsWith("by ") && m.group(2) == null;
        return ahead && iso.compareTo(day.toString()) < 0
                ? Integer.parseInt(iso.substring(0, 4)) + 1 + iso.substring(4)
                : iso;
    }

    /** A quarter without a year is the last one that has begun. */
    private static @Nullable String quarter(Matcher m, @Nullable LocalDate day) {
        int number = m.group(2) != null
                ? Integer.parseInt(m.group(2))
                : ORDINALS.indexOf(m.group(1).toLowerCase(Locale.ROOT)) + 1;
        if (m.group(3) != null) {
            return m.group(3) + "-Q" + number;
        }
        if (day == null) {
            return null;
        }
        return day.getYear() - (number > quarterOf(day) ? 1 : 0) + "-Q" + number;
    }

    private static int quarterOf(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }
}
