package org.onrecord.subscription;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.digest.Alert;
import org.onrecord.digest.Digest;
import org.onrecord.digest.Digest.SavedSearch;
import org.onrecord.digest.QuietHours;

/**
 * What a reader wants to get.
 *
 * @param kind at set times, or as it comes in
 * @param name what the reader calls it
 * @param searches queries with their headings; an alert has one
 * @param actors whose statements are wanted; none for an alert
 * @param issues whose stances are wanted; none for an alert
 * @param days the days of sending; of a digest at least one
 * @param at the local time of sending
 * @param zone the zone of times and quiet hours
 * @param whenEmpty what to do when there is nothing new
 * @param quiet when no alert is wanted; null for never
 */
public record Choice(
        Kind kind,
        String name,
        List<SavedSearch> searches,
        List<ActorId> actors,
        List<IssueId> issues,
        Set<DayOfWeek> days,
        LocalTime at,
        ZoneId zone,
        Digest.WhenEmpty whenEmpty,
        @Nullable QuietHours quiet) {
    /** When mails come. */
    public enum Kind {
        /** At set times, what is new since the last. */
        DIGEST,
        /** As articles come in. */
        ALERT
    }

    public Choice {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        searches = List.copyOf(searches);
        actors = List.copyOf(actors);
        issues = List.copyOf(issues);
        days = Set.copyOf(days);
        requireNonNull(at, "at");
        requireNonNull(zone, "zone");
        requireNonNull(whenEmpty, "whenEmpty");
        if (kind == Kind.ALERT && (searches.size() != 1 || !actors.isEmpty() || !issues.isEmpty())) {
            throw new IllegalArgumentException("an alert has one search and nothing else");
        }
    }

    /** As a digest, for a choice of that kind. */
    public Digest digest(String id) {
        return digest(id, Digest.USUAL_REACH);
    }

    /** The same with a first mail that goes back so far. */
    Digest digest(String id, Duration reach) {
        return new Digest(id, name, at, days, zone, searches, actors, issues, reach, whenEmpty);
    }

    /** As an alert, for a choice of that kind. */
    public Alert alert(String id) {
        return new Alert(id, name, searches.getFirst().query(), Alert.USUAL_MOST_PER_DAY);
    }
}
