package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;

/**
 * A saved set of searches, actors and issues that is mailed on schedule.
 *
 * @param id the id in commands, mail headers and the state store
 * @param name the name for people; the subject of its mails ends with it
 * @param at the local time of sending
 * @param days the days of sending; all seven for a daily digest
 * @param zone the time zone that {@code at} and {@code days} are in
 * @param searches saved searches, each a section
 * @param actors whose new statements are a section each
 * @param issues whose new stances are a section each
 * @param reach how far back a subscriber's first mail goes, from zero to a hundred years
 * @param whenEmpty what to do when there is nothing new
 */
public record Digest(
        String id,
        String name,
        LocalTime at,
        Set<DayOfWeek> days,
        ZoneId zone,
        List<SavedSearch> searches,
        List<ActorId> actors,
        List<IssueId> issues,
        Duration reach,
        WhenEmpty whenEmpty) {
    /** What subscribers get when nothing is new; the constant's name in lower case is its word in the configuration. */
    public enum WhenEmpty {
        /** No mail. */
        SKIP,
        /** A mail of one line. */
        NOTE
    }

    /**
     * A query with a name.
     *
     * @param name the heading of its section
     * @param query in the query language
     */
    public record SavedSearch(String name, String query) {
        public SavedSearch {
            requireNonNull(name, "name");
            requireNonNull(query, "query");
        }
    }

    /** The reach of a digest that names none. */
    public static final Duration USUAL_REACH = Duration.ofDays(7);

    private static final Duration LONGEST_REACH = Duration.ofDays(36_525);

    /** The id stands in mail headers as it is. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Digest {
        requireNonNull(at, "at");
        days = Set.copyOf(days);
        requireNonNull(zone, "zone");
        searches = List.copyOf(searches);
        actors = List.copyOf(actors);
        issues = List.copyOf(issues);
        requireNonNull(reach, "reach");
        requireNonNull(whenEmpty, "whenEmpty");
        if (id.length() > 200 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a digest id (lower-case words joined by hyphens): " + id);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a digest has a name: " + id);
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a digest is sent on at least one day: " + id);
        }
        if (reach.isNegative() || reach.compareTo(LONGEST_REACH) > 0) {
            throw new IllegalArgumentException(
                    "a digest reaches back up to " + LONGEST_REACH.toDays() + " days: " + id);
        }
        if (searches.isEmpty() && actors.isEmpty() && issues.isEmpty()) {
            throw new IllegalArgumentException("a digest has at least one search, actor or issue: " + id);
        }
    }

    /** One that sends nothing when nothing is new. */
    public Digest(
            String id,
            String name,
            LocalTime at,
            Set<DayOfWeek> days,
            ZoneId zone,
            List<SavedSearch> searches,
            List<ActorId> actors,
            List<IssueId> issues,
            Duration reach) {
        this(id, name, at, days, zone, searches, actors, issues, reach, WhenEmpty.SKIP);
    }

    /** The first scheduled moment after {@code time}. */
    public Instant nextAfter(Instant time) {
        for (LocalDate day = time.atZone(zone).toLocalDate().minusDays(1); ; day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                Instant moment = momentOn(day);
                if (moment.isAfter(time)) {
                    return moment;
                }
            }
        }
    }

    /** The last scheduled moment at or before {@code time}. */
    public Instant lastUpTo(Instant time) {
        for (LocalDate day = time.atZone(zone).toLocalDate().plusDays(1); ; day = day.minusDays(1)) {
            if (days.contains(day.getDayOfWeek())) {
                Instant moment = momentOn(day);
                if (!moment.isAfter(time)) {
                    return moment;
                }
            }
        }
    }

    /**
     * The moment of a day's sending. A local time that a clock change skips counts at the first instant after the gap, one
     * that comes twice counts the first time.
     */
    private Instant momentOn(LocalDate day) {
        LocalDateTime local = day.atTime(at);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }
}
