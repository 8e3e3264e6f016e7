package org.onrecord.tag.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What spans sentences: transcripts, quotations without a cue, and doubles. */
class AttributionFinderTest {
    @Test
    void readsALineOfATranscript() {
        assertThat(StatementFixture.of("Padma Ellery, chief economist: The rule leaks. It always did.")
                        .all())
                .contains("Padma Ellery | The rule leaks. It always did.");
    }

    @Test
    void readsNoTranscriptWhereAVerbStandsBeforeTheColon() {
        StatementFixture fixture = StatementFixture.of("Padma Ellery, who wrote the rule: a career in brief.");

        assertThat(Transcript.line(
                        fixture.reading(), fixture.reading().sentences().getFirst(), fixture.names()))
                .isNull();
    }

    @Test
    void givesAQuotationWithoutCueToTheSpeakerBeforeIt() {
        assertThat(StatementFixture.of("“The rule leaks,” said Padma Ellery. “It always did.”")
                        .all())
                .containsExactly("Padma Ellery | “The rule leaks,”", "Padma Ellery | “It always did.”");
    }

    @Test
    void givesNoTermInQuotationMarksToAnybody() {
        assertThat(StatementFixture.of("“The rule leaks,” said Padma Ellery. The “zone of trust” stays shut.")
                        .all())
                .containsExactly("Padma Ellery | “The rule leaks,”");
    }

    @Test
    void keepsEachSpeakersWordsOnce() {
        assertThat(StatementFixture.of("Padma Ellery: “The rule leaks,” Padma Ellery said.")
                        .all())
                .doesNotHaveDuplicates();
    }
}
