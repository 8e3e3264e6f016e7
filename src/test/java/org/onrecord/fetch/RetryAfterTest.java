package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @ParameterizedTest
    @CsvSource({"0, 0", "120, 120", "' 60 ', 60", "86400, 86400", "86401, 86400", "99999999999, 86400"})
    void readsSecondsUpToADay(String value, long seconds) {
        assertThat(RetryAfter.parse(value, NOON, DAY)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void readsHttpDates() {
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 12:05:00 GMT", NOON, DAY)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 11:00:00 GMT", NOON, DAY)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("Fri, 01 Jan 2100 00:00:00 GMT", NOON, DAY)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "12 s", "Tue, 99 Nov 2026"})
    void doesNotGuess(String value) {
        assertThat(RetryAfter.parse(value, NOON, DAY)).isEmpty();
    }
}
