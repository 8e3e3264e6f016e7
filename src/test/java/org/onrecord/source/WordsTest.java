package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void anythingCountsWhereNoWordsAreGiven() {
        assertThat(Words.ANY.allow("")).isTrue();
    }

    @Test
    void aWordCountsWhereItStandsAloneInAnyCase() {
        Words words = new Words(List.of("chips", "export controls"), List.of("Podcast"));

        assertThat(words.allow("New rules for CHIPS")).isTrue();
        assertThat(words.allow("https://news.example/2026/export-controls-tighten"))
                .isTrue();
        assertThat(words.allow("Fish and microchips")).isFalse();
        assertThat(words.allow("Podcast: chips")).isFalse();
        assertThat(words.allow("")).isFalse();
    }
}
