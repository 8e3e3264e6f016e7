package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a day in which somebody wants no alerts.
 *
 * @param from the first moment, by the clock on the wall
 * @param to the first moment after them; before {@code from} when they last over midnight
 * @param zone where that clock hangs
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    private static final Pattern FORM = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");

    public QuietHours {
        requireNonNull(zone, "zone");
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours end at another time than they begin");
        }
    }

    /** Reads {@code 22:00-07:00}; throws {@link IllegalArgumentException} for anything else. */
    public static QuietHours parse(String words, ZoneId zone) {
        Matcher matcher = FORM.matcher(words.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("quiet hours are written so: 22:00-07:00");
        }
        int dash = words.strip().indexOf('-');
        return new QuietHours(
                LocalTime.parse(words.strip().substring(0, dash)),
                LocalTime.parse(words.strip().substring(dash + 1)),
                zone);
    }

    public boolean covers(Instant moment) {
        LocalTime time = moment.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /** {@code 22:00-07:00}. */
    public String inWords() {
        return from + "-" + to;
    }
}
