package org.onrecord.tag.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way to attribute by itself, on one sentence. */
class AttributionStagesTest {
    private static List<String> byVerb(String text) {
        return StatementFixture.of(text)
                .finds((sentence, contents, drafts) -> new VerbAttributions(sentence, contents, drafts).find());
    }

    private static List<String> byNoun(String text) {
        return StatementFixture.of(text)
                .finds((sentence, contents, drafts) -> new NounAttributions(sentence, contents, drafts).find());
    }

    private static List<String> byPreposition(String text) {
        return StatementFixture.of(text)
                .finds((sentence, contents, drafts) -> new PrepositionAttributions(sentence, contents, drafts).find());
    }

    @Test
    void findsWhatAVerbAttributesOnEitherSideOfIt() {
        assertThat(byVerb("Padma Ellery said on Tuesday that the rule was too narrow."))
                .containsExactly("Padma Ellery | the rule was too narrow");
        assertThat(byVerb("The rule was too narrow, Padma Ellery said."))
                .containsExactly("Padma Ellery | The rule was too narrow");
        assertThat(byVerb("“The rule is too narrow,” said Padma Ellery on Tuesday."))
                .containsExactly("Padma Ellery | “The rule is too narrow,”");
    }

    @Test
    void findsBothPiecesOfAnInterruptedQuotation() {
        assertThat(byVerb("“The rule is narrow,” said Padma Ellery, “and it leaks.”"))
                .containsExactly("Padma Ellery | “The rule is narrow,”", "Padma Ellery | “and it leaks.”");
    }

    @Test
    void findsTheQuotationThatEndsBeforeTheSentence() {
        assertThat(byVerb("“Will it hold?” Padma Ellery asked.")).containsExactly("Padma Ellery | “Will it hold?”");
    }

    @Test
    void lendsTheSubjectToVerbsThatHaveNone() {
        assertThat(byVerb("Padma Ellery said the rule was narrow, adding that it leaked."))
                .containsExactly("Padma Ellery | the rule was narrow", "Padma Ellery | it leaked");
        assertThat(byVerb("Padma Ellery praised the rule and promised to sign it."))
                .containsExactly("Padma Ellery | the rule", "Padma Ellery | to sign it");
    }

    @Test
    void findsTheAgentOfAPassive() {
        assertThat(byVerb("The rule was condemned by Lowmoor Silicon.")).containsExactly("Lowmoor Silicon | The rule");
    }

    @Test
    void takesNoThingForASpeaker() {
        assertThat(byVerb("The price suggests that demand fell.")).isEmpty();
    }

    @Test
    void findsWhatANounAttributesToItsOwner() {
        assertThat(byNoun("Padma Ellery's advice: wait for the rule."))
                .containsExactly("Padma Ellery | wait for the rule");
        assertThat(byNoun("Her view is that the rule leaks.")).containsExactly("Her | the rule leaks");
        assertThat(byNoun("The rule, in her words, was “a sieve”.")).containsExactly("her | was “a sieve”");
        assertThat(byNoun("The rule leaks, in her view.")).containsExactly("her | The rule leaks");
    }

    @Test
    void leavesNounsThatAreTheObjectOfAVerb() {
        assertThat(byNoun("She repeated her warning that the rule leaks.")).isEmpty();
    }

    @Test
    void findsWhatIsAccordingToSomebody() {
        assertThat(byPreposition("According to Lowmoor Silicon, demand fell."))
                .containsExactly("Lowmoor Silicon | demand fell");
        assertThat(byPreposition("Demand fell, according to Lowmoor Silicon."))
                .containsExactly("Lowmoor Silicon | Demand fell");
    }

    @Test
    void takesNoRateForASource() {
        assertThat(byPreposition("It sold forty chips per company.")).isEmpty();
    }
}
