package org.onrecord.tag.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestDateTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);

    private static @Nullable String date(String sentence) {
        int word = sentence.indexOf("banned");
        return NearestDate.in(sentence, word, word + 6, PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It banned them on Feb. 29, 2025.",
                "It banned them on February 30, 2024.",
                "It banned them on 2026-02-30.",
                "It banned them on February 29."
            })
    void aDayThatTheCalendarDoesNotHaveIsNoDate(String sentence) {
        assertThat(date(sentence)).isNull();
    }

    @Test
    void aLeapDayIsADate() {
        assertThat(date("It banned them on Feb. 29, 2024.")).isEqualTo("2024-02-29");
        assertThat(date("It banned them on 2024-02-29.")).isEqualTo("2024-02-29");
    }

    @Test
    void theDayOfSayingIsFartherThanTheDayOfDoing() {
        assertThat(date("The bureau said on March 9 that it banned them in the course of February."))
                .isEqualTo("2026-02");
    }

    @Test
    void aDeadlineIsNoDate() {
        assertThat(date("It banned them by 2028.")).isNull();
    }

    @Test
    void aDateOpensAChronicle() {
        assertThat(NearestDate.opening("May 2025. The bureau opens an inquiry.", PUBLISHED))
                .isEqualTo("2025-05");
        assertThat(NearestDate.opening("The bureau opens in May 2025.", PUBLISHED))
                .isNull();
    }
}
