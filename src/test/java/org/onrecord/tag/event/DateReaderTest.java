package org.onrecord.tag.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.Published;

class DateReaderTest {
    private final DateReader dates = new DateReader();

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

    private @Nullable String date(String sentence) {
        int word = sentence.indexOf("banned");
        return dates.date(sentence, word, word + 6, Published.on(LocalDate.of(2026, 3, 10)));
    }
}
