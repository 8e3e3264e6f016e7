package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void writesDatesAsPeopleDo() {
        assertThat(Labels.date("2025-08-08")).isEqualTo("8 Aug 2025");
        assertThat(Labels.date("2025-08")).isEqualTo("Aug 2025");
        assertThat(Labels.date("2025")).isEqualTo("2025");
    }

    @Test
    void aDateThatTheCalendarDoesNotHaveStaysAsItIs() {
        assertThat(Labels.date("2025-02-29")).isEqualTo("2025-02-29");
        assertThat(Labels.date("2025-13")).isEqualTo("2025-13");
    }
}
