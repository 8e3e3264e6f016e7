package org.onrecord.tag.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the words after a cue start and where they end. */
class ContentPlacesTest {
    private static String start(String text) {
        CuedSentence sentence = StatementFixture.of(text).sentence(0);
        CueHit cue = sentence.cues().iterator().next();
        return sentence.at(new ContentStart(sentence).after(cue)).text();
    }

    private static String clause(String text, int start) {
        CuedSentence sentence = StatementFixture.of(text).sentence(0);
        int end = new ClauseEnd(sentence).of(start);
        return text.substring(sentence.get(start).start(), sentence.get(end - 1).end());
    }

    @Test
    void startsAfterWhoWasToldAndAfterTimesAndPlaces() {
        assertThat(start("Ellery told reporters that chips were scarce.")).isEqualTo("chips");
        assertThat(start("Ellery said in a statement on Tuesday that chips were scarce."))
                .isEqualTo("chips");
        assertThat(start("Ellery explained to reporters that chips were scarce."))
                .isEqualTo("chips");
    }

    @Test
    void startsWithTheSubjectOfWhatWasSaid() {
        assertThat(start("Ellery warned companies would suffer.")).isEqualTo("companies");
    }

    @Test
    void endsAtTheNextAttribution() {
        assertThat(clause("The rule leaks, according to Ellery.", 0)).isEqualTo("The rule leaks");
        assertThat(clause("The rule leaks, adding that chips are scarce.", 0)).isEqualTo("The rule leaks");
        assertThat(clause("The rule leaks and Ellery said it would.", 0)).isEqualTo("The rule leaks");
    }

    @Test
    void endsAtASemicolonAndOutsideBrackets() {
        assertThat(clause("The rule leaks; chips are scarce.", 0)).isEqualTo("The rule leaks");
        assertThat(clause("The rule (it is new; it is long) leaks.", 0))
                .isEqualTo("The rule (it is new; it is long) leaks");
    }
}
