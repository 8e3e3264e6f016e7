package org.onrecord.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;

/**
 * The day whose end a ledger shows, with the ways to other days.
 *
 * @param path the page
 * @param day the day; null for now
 * @param first the day of the first dated statement; null when none is dated
 * @param last the day of the last one
 * @param earlier the page at the statement before; null when there is none
 * @param later the page at the statement after; null as above
 * @param monthEarlier the page a month before; null when nothing was said so early
 * @param monthLater the page a month later; null when that has not come
 */
record AsOf(
        String path,
        @Nullable LocalDate day,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable String earlier,
        @Nullable String later,
        @Nullable String monthEarlier,
        @Nullable String monthLater) {
    /** The day after its last one can still be asked for. */
    private static final int LAST_YEAR = 9_998;

    /** The day that {@code ?on=2026-03-01} asks for; null when it asks for none. */
    static @Nullable LocalDate day(Context ctx) {
        String on = ctx.queryParam("on");
        if (on == null || on.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(on.strip());
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Answered below, as a day that nobody can mean is.
        }
        throw new BadRequestResponse("on is a day like 2026-01-31, not " + on);
    }

    /** The way through the days of a whole ledger. */
    static AsOf of(String path, @Nullable LocalDate day, Stream<Stance> whole, LocalDate today) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        whole.flatMap(stance -> stance.taken().stream())
                .filter(SideTaken::dated)
                .forEach(taken -> days.add(taken.day()));
        if (days.isEmpty()) {
            return new AsOf(path, day, null, null, null, null, null, null);
        }
        LocalDate here = day == null ? today : day;
        LocalDate monthEarlier = here.minusMonths(1);
        LocalDate monthLater = here.plusMonths(1);
        return new AsOf(
                path,
                day,
                days.first(),
                days.last(),
                href(path, days.lower(day == null ? days.last() : day)),
                day == null ? null : href(path, days.higher(day)),
                monthEarlier.isBefore(days.first()) ? null : href(path, monthEarlier),
                day == null || monthLater.isAfter(today) ? null : href(path, monthLater));
    }

    /** The page at a day; null for none. */
    private static @Nullable String href(String path, @Nullable LocalDate day) {
        return day == null ? null : path + "?on=" + day;
    }

    /** "now" or the day, for people. */
    String label() {
        return day == null ? "now" : "on " + Labels.day(day);
    }
}
