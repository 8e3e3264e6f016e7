package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an article says that it was published: a day, and the time where the source gives one.
 *
 * @param day the day at the publisher's place
 * @param time the moment with the publisher's offset, on that day; null when only the day is known
 */
public record Published(LocalDate day, @Nullable OffsetDateTime time) {
    public Published {
        requireNonNull(day, "day");
        if (time != null && !time.toLocalDate().equals(day)) {
            throw new IllegalArgumentException("the time " + time + " is not on the day " + day);
        }
    }

    public static Published on(LocalDate day) {
        return new Published(day, null);
    }

    public static Published at(OffsetDateTime time) {
        return new Published(time.toLocalDate(), time);
    }

    /** The moment to sort by: the time, or midnight UTC of the day. */
    public Instant instant() {
        return time != null
                ? time.toInstant()
                : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** ISO 8601: {@code 2026-01-05} or {@code 2026-01-05T09:30:00-05:00}. */
    @Override
    public String toString() {
        return time != null ? time.toString() : day.toString();
    }
}
