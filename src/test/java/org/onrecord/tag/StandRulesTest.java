package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;

/** What the words of a statement alone say about its speaker's side. */
class StandRulesTest {
    private static final String HEADLINE = "U.S. allows sale of chips to China";

    private static SentenceReader reader;

    @BeforeAll
    static void loadTheModels() {
        reader = new SentenceReader(Models.load(), new SentenceJoints(Lexicon.named("abbreviations")));
    }

    private static Stand stand(String before, String content, Act act) {
        String text = before + " " + content + ". The chip export licence is for China.";
        Article article = TagFixture.article(HEADLINE, text);
        Reading reading = reader.read(article, text);
        int start = before.length() + 1;
        Draft draft = new Draft(0, 0, 1, null, -1, -1, "", act, start, start + content.length(), 1);
        StandRules rules = new StandRules(TagFixture.registry());
        return rules.judge(reading, rules.about(reading), draft, act);
    }

    @Test
    void praiseOfTheMoveTakesTheHeadlinesSide() {
        assertThat(stand("Okerlund praised", "the decision", Act.SUPPORT).position())
                .isEqualTo(Position.FOR);
    }

    @Test
    void praiseOfAPersonTakesNoSideWhateverTheHeadlineSays() {
        assertThat(stand("Okerlund praised", "him as the last goalkeeper", Act.SUPPORT))
                .isEqualTo(Stand.NONE);
    }

    @Test
    void aQuarrelAboutTheNameOfTheThingTakesNoSide() {
        assertThat(stand("Tennant warned", "against calling it a ban", Act.WARN))
                .isEqualTo(Stand.NONE);
    }

    @Test
    void wordsThatReportAnotherSpeakerTakeNoSide() {
        assertThat(stand("Okerlund opposes", "the controls and told employees they were a cost", Act.CRITICIZE))
                .isEqualTo(Stand.NONE);
    }

    @Test
    void criticismOfControlsIsForSales() {
        assertThat(stand("Okerlund opposes", "the controls on chips", Act.CRITICIZE)
                        .position())
                .isEqualTo(Position.FOR);
    }
}
