package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void lastOverMidnightInTheZoneOfTheReader() {
        QuietHours night = QuietHours.parse("22:00-07:00", BERLIN);

        assertThat(night.covers(Instant.parse("2026-01-10T20:59:59Z"))).isFalse();
        assertThat(night.covers(Instant.parse("2026-01-10T21:00:00Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-01-11T05:59:59Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-01-11T06:00:00Z"))).isFalse();
    }

    @Test
    void followTheClockOnTheWallWhenItChanges() {
        QuietHours night = QuietHours.parse("22:00-07:00", BERLIN);

        // On 29 March 2026 summer time begins: seven o'clock is an hour earlier for the rest of the world.
        assertThat(night.covers(Instant.parse("2026-03-29T04:59:59Z"))).isTrue();
        assertThat(night.covers(Instant.parse("2026-03-29T05:00:00Z"))).isFalse();
    }

    @Test
    void mayLieWithinADay() {
        QuietHours noon = QuietHours.parse("12:00-13:30", BERLIN);

        assertThat(noon.covers(Instant.parse("2026-01-10T10:59:59Z"))).isFalse();
        assertThat(noon.covers(Instant.parse("2026-01-10T11:00:00Z"))).isTrue();
        assertThat(noon.covers(Instant.parse("2026-01-10T12:30:00Z"))).isFalse();
        assertThat(noon.inWords()).isEqualTo("12:00-13:30");
    }

    @Test
    void nothingElseIsTakenForHours() {
        for (String wrong : List.of("", "22-7", "24:00-07:00", "22:00", "07:00-07:00")) {
            assertThatThrownBy(() -> QuietHours.parse(wrong, BERLIN)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
