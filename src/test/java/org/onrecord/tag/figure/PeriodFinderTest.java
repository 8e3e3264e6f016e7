package org.onrecord.tag.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodFinderTest {
    private static @Nullable String period(String sentence) {
        int figure = sentence.indexOf("40%");
        return PeriodFinder.in(sentence, figure, figure + 3, LocalDate.of(2026, 3, 10));
    }

    @Test
    void aQuarterIsNearerThanAYear() {
        assertThat(period("In 2024 sales fell 40% against the third quarter of 2025."))
                .isEqualTo("2025-Q3");
    }

    @Test
    void theDayOnWhichItIsToldIsNoPeriod() {
        assertThat(period("Sales fell 40% yesterday.")).isNull();
    }

    @Test
    void aDeadlineThatIsOverIsNextYears() {
        assertThat(period("Sales shall fall 40% by January.")).isEqualTo("2027-01");
    }
}
