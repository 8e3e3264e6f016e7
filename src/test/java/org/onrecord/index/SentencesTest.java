package org.onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Span;

class SentencesTest {
    @Test
    void endsAtFullStopsAndLineFeedsButNotAtAbbreviations() {
        String text =
                "Sen. Mira Voss met Mr. Arlo in the U.S. Senate. It rained!\nNo heading\n  Quillon Inc. rose 4.5 percent.";

        assertThat(sentences(text))
                .containsExactly(
                        "Sen. Mira Voss met Mr. Arlo in the U.S. Senate.",
                        "It rained!",
                        "No heading",
                        "Quillon Inc. rose 4.5 percent.");
    }

    @Test
    void aLineFeedEndsASentenceEvenAfterAnAbbreviation() {
        assertThat(sentences("Quillon Inc.\nArlo Corp.")).containsExactly("Quillon Inc.", "Arlo Corp.");
    }

    @Test
    void whatLiesInTwoSentencesHasBothAroundIt() {
        String text = "One here. Two here. Three here. Four here.";
        Span span = new Span(text.indexOf("Two"), text.indexOf("Three") + 3);

        assertThat(new Sentences(text).around(span).in(text).text()).isEqualTo("Two here. Three here.");
    }

    @Test
    void knowsChineseFullStops() {
        assertThat(sentences("芯片出口管制。美国宣布。")).containsExactly("芯片出口管制。", "美国宣布。");
    }

    private static List<String> sentences(String text) {
        return new Sentences(text)
                .all().stream().map(span -> span.in(text).text()).toList();
    }
}
