package org.onrecord.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * Dates in whatever form publishers write them: ISO 8601, RFC 822 and its abuses, words of some twenty languages, Unix time.
 *
 * <p>Never invents: a time counts only with its zone, else the day alone; a day only when it can be told from the month; what
 * is relative ("2 hours ago"), a placeholder (1970-01-01), older than the web or later than the latest allowed is no date.
 *
 * @param latest dates after this moment are wrong; null when the moment of fetching is not known
 * @param usualZone the zone of times that are given without one; null when that is not known: then the day alone counts
 * @param dayFirst whether 5/6/2026 is a day of June; else it is no date, since half of the world writes it so and half not
 */
record DateReader(@Nullable Instant latest, @Nullable ZoneId usualZone, boolean dayFirst) {
    private static final LocalDate WEB_BEGINS = LocalDate.of(1991, 1, 1);
    private static final LocalDate FAR_FUTURE = LocalDate.of(2100, 1, 1);

    /** Longer texts are no dates; the first part of a longer byline may hold one. */
    private static final int LONGEST = 300;

    private static final String TIME =
            "(?:[\\sT,|·•@–-]{0,4}(?:at|um|à|a las|alle|kl\\.?|om|klo|в)?\\s{0,2}(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2})|(?=\\s?[ap]\\.?m))"
                    + "(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s?(?:Uhr|Uhr\\b))?(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?"
                    + "\\s{0,2}(?<zone>\\[[\\w/+-]+\\]|\\(?(?:GMT|UTC)?\\s?[+-]\\d{1,2}:?\\d{2}|\\(?[A-Z]{1,5}\\b|[+-]\\d{2}(?!\\d))?)?";
    private static final String WORD = "(?<word>\\p{L}[\\p{L}\\p{M}]{1,14})";

    /** Forms in the order in which they are tried; each stands anywhere in the text. */
    private static final List<Form> FORMS = List.of(
            form(
                    "(?<!\\d)(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d)" + TIME,
                    DateReader::numbers),
            form(
                    "(?<!\\d)(?<year>\\d{4})\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日일]" + TIME,
                    DateReader::numbers),
            form(
                    "(?<!\\d)(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?<zone>Z|[+-]\\d{4})?)?(?!\\d)",
                    DateReader::numbers),
            form(
                    "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°)?[\\s,.-]{1,3}(?:of |de |d')?" + WORD
                            + "\\.?,?[\\s,.-]{1,3}(?:de |del )?(?<year>\\d{4}|\\d{2}(?=[\\s,]|$))" + TIME,
                    DateReader::words),
            form(
                    WORD + "\\.?\\s{1,2}(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?,?\\s{1,2}(?<year>\\d{4})(?!\\d)" + TIME,
                    DateReader::words),
            form(
                    WORD
                            + "\\s{1,2}(?<day>\\d{1,2})\\s(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})\\s(?<zone>[A-Z]{1,5} |[+-]\\d{4} )?(?<year>\\d{4})(?!\\d)",
                    DateReader::words),
            form(
                    "(?<!\\d)(?<year>\\d{4})\\.?\\s{1,2}(?:m\\.\\s)?(?:g\\.\\s)?" + WORD
                            + "\\.?\\s{1,2}(?<day>\\d{1,2})(?!\\d)\\.?" + TIME,
                    DateReader::words),
            form(
                    "(?<!\\d)(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})(?!\\d)" + TIME,
                    DateReader::numbers),
            form(
                    "(?<!\\d)(?<first>\\d{1,2})(?<sep>[-/])(?<second2>\\d{1,2})\\k<sep>(?<year>\\d{4})(?!\\d)" + TIME,
                    DateReader::either),
            form("(?<!\\d)(?<year>\\d{4})-?W(?<week>\\d{2})-?(?<weekday>[1-7])(?!\\d)", DateReader::week));

    private static final Pattern UNIX = Pattern.compile("(\\d{10})(\\d{3})?");

    private record Form(Pattern pattern, BiFunction<DateReader, MatchResult, Optional<LocalDate>> day) {}

    private static Form form(String pattern, BiFunction<DateReader, MatchResult, Optional<LocalDate>> day) {
        return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), day);
    }

    /** A reader for texts of unknown origin. */
    DateReader(@Nullable Instant latest) {
        this(latest, null);
    }

    /** A reader for texts of one source, in a language that is not known. */
    DateReader(@Nullable Instant latest, @Nullable ZoneId usualZone) {
        this(latest, usualZone, false);
    }

    /** As this one, for texts in a language, by its primary subtag. Every one but English puts the day before the month. */
    DateReader in(String language) {
        return new DateReader(latest, usualZone, !language.equals("en") && !language.equals("und"));
    }

    /** The first date in the text. */
    Optional<Published> read(@Nullable String raw) {
        if (raw == null || raw.length() > 10_000) {
            return Optional.empty();
        }
        String text = plainDigits(Prose.line(raw));
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        Matcher unix = UNIX.matcher(text);
        if (unix.matches()) {
            return plausible(Published.at(
                    Instant.ofEpochSecond(Long.parseLong(unix.group(1))).atOffset(ZoneOffset.UTC)));
        }
        for (Form form : FORMS) {
            Matcher found = form.pattern().matcher(text);
            while (found.find()) {
                Optional<LocalDate> day = form.day().apply(this, found);
                if (day.isPresent()) {
                    return published(day.get(), found).flatMap(this::plausible);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Published> plausible(Published date) {
        boolean inRange = !date.day().isBefore(WEB_BEGINS) && date.day().isBefore(FAR_FUTURE);
        boolean past = latest == null || !date.instant().isAfter(latest);
        return inRange && past ? Optional.of(date) : Optional.empty();
    }

    private Optional<LocalDate> numbers(MatchResult found) {
        return day(number(found, "year"), number(found, "month"), number(found, "day"));
    }

    private Optional<LocalDate> words(MatchResult found) {
        int year = number(found, "year");
        int fullYear = found.group("year").length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
        return MonthNames.number(found.group("word")).flatMap(month -> day(fullYear, month, number(found, "day")));
    }

    /** Day and month in unknown order: unless it is known, only when one of them can be no month, or both are the same. */
    private Optional<LocalDate> either(MatchResult found) {
        int first = number(found, "first");
        int second = number(found, "second2");
        if (!dayFirst && first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        int year = number(found, "year");
        return first > 12 || dayFirst && second <= 12 ? day(year, second, first) : day(year, first, second);
    }

    private Optional<LocalDate> week(MatchResult found) {
        return day(number(found, "year"), 1, 4)
                .map(day -> day.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(found, "week"))
                        .with(DayOfWeek.of(number(found, "weekday"))));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // 30 February, month 13, database zeros: digits that are no day
            return Optional.empty();
        }
    }

    /** The day with its time, if a time with a zone follows; empty when the time cannot be. */
    private Optional<Published> published(LocalDate day, MatchResult found) {
        String hour = group(found, "hour");
        String zone = group(found, "zone");
        if (hour == null) {
            return Optional.of(Published.on(day));
        }
        String minute = group(found, "minute");
        String second = group(found, "second");
        String half = group(found, "half");
        int clock = Integer.parseInt(hour);
        if (half != null) {
            clock = clock % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        try {
            LocalTime time = LocalTime.of(
                    clock,
                    minute == null ? 0 : Integer.parseInt(minute),
                    second == null ? 0 : Math.min(59, Integer.parseInt(second)));
            Optional<ZoneId> place = zone == null ? Optional.ofNullable(usualZone) : ZoneNames.zone(zone);
            return place.map(id ->
                            Published.at(LocalDateTime.of(day, time).atZone(id).toOffsetDateTime()))
                    .or(() -> Optional.of(Published.on(day)));
        } catch (DateTimeException e) {
            // hour 24, offset +99:00: then the day is not to be trusted either
            return Optional.empty();
        }
    }

    private static @Nullable String group(MatchResult found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static int number(MatchResult found, String name) {
        return Integer.parseInt(found.group(name));
    }

    private static String plainDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> out.appendCodePoint(c > 127 && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return out.toString();
    }
}
