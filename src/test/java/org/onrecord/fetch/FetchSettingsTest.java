package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.config.AddressRange;

class FetchSettingsTest {
    @Test
    void isPoliteAndCarefulByDefault() {
        assertThat(FetchSettings.DEFAULT)
                .isEqualTo(new FetchSettings(
                        null,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofHours(24),
                        15_000_000,
                        60_000_000,
                        65_536,
                        10,
                        Duration.ofHours(6),
                        512_000,
                        List.of()));
    }

    @Test
    void takesEveryValue() {
        FetchSettings all = new FetchSettings(
                URI.create("mailto:desk@newsroom.example"),
                Duration.ofSeconds(2),
                Duration.ofMinutes(1),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofHours(1),
                5000,
                6000,
                7000,
                8,
                Duration.ofHours(9),
                1_000_000,
                List.of(new AddressRange("10.0.0.0/8")));

        assertThat(all.contact()).hasToString("mailto:desk@newsroom.example");
        assertThat(all.delay()).hasSeconds(2);
        assertThat(all.longestWait()).hasMinutes(1);
        assertThat(all.connectTimeout()).hasSeconds(3);
        assertThat(all.totalTimeout()).hasSeconds(4);
        assertThat(all.longestRetryAfter()).hasHours(1);
        assertThat(all.maxBody()).isEqualTo(5000);
        assertThat(all.maxExpandedBody()).isEqualTo(6000);
        assertThat(all.maxHeaders()).isEqualTo(7000);
        assertThat(all.maxRequests()).isEqualTo(8);
        assertThat(all.robotsMaxAge()).hasHours(9);
        assertThat(all.maxRobots()).isEqualTo(1_000_000);
        assertThat(all.allowed()).hasToString("[10.0.0.0/8]");
        assertThat(all.withDelay(Duration.ZERO).delay()).isZero();
        assertThat(all.withDelay(Duration.ofSeconds(2))).isEqualTo(all);
        assertThat(all.withAllowed(all.allowed())).isEqualTo(all);
    }

    @Test
    void refusesValuesThatMakeNoSense() {
        assertThatThrownBy(() -> FetchSettings.DEFAULT.withDelay(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delay is at least PT0S, not PT-1S");
    }
}
