package org.onrecord.tag.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.config.Problems;
import org.onrecord.registry.Registry;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;

/** What the words of a statement say about its speaker's side on an issue that is known from its entry alone. */
class StandRulesTest {
    private static final String ISSUES = """
            issues:
              - id: carbon-border-tax
                name: A carbon border tax
                proposition: Imports should pay for the carbon that went into them.
                subjects: [carbon border tax, border levy, carbon tariff, steelmaker]
                outside: [petrol tax, income tax]
                loosening: [tax, levy, carbon tariff, charge importers]
                tightening: [exemption, carve-out, free allowance, let in free]
                towards: [level playing field]
                away: [protectionism in green]
            """;

    private static final String HEADLINE = "Parliament adopts carbon border tax";

    private static SentenceReader reader;
    private static StandRules rules;

    @BeforeAll
    static void readTheIssueAndTheModels(@TempDir Path config) throws IOException {
        Files.writeString(config.resolve("issues.yaml"), ISSUES);
        Files.writeString(config.resolve("actors.yaml"), "actors: []\n");
        Problems problems = new Problems();
        rules = new StandRules(Registry.read(config, problems));
        assertThat(problems.isEmpty()).isTrue();
        reader = new SentenceReader(Models.load(), new SentenceJoints(Lexicon.named("abbreviations")));
    }

    private static Stand stand(String headline, String before, String content, Act act) {
        String text = before + " " + content + ".";
        Article article = TagFixture.article(headline, text);
        Reading reading = reader.read(article, text);
        int start = before.length() + 1;
        Draft draft = new Draft(0, 0, 1, null, -1, -1, "", act, start, start + content.length(), 1);
        return rules.judge(reading, rules.about(reading), draft, act);
    }

    private static Position side(String content, Act act) {
        return stand(HEADLINE, "The steelmaker gave its view.", content, act).position();
    }

    @ParameterizedTest
    @CsvSource({
        "URGE, the government to introduce the levy",
        "URGE, the government to abolish the exemption",
        "URGE, the exemption be scrapped",
        "URGE, ministers not to weaken the levy",
        "SUPPORT, the tax on dirty steel",
        "SUPPORT, an end to free allowances",
        "SUPPORT, 'it as a level playing field'"
    })
    void speaksForTheProposition(Act act, String content) {
        assertThat(side(content, act)).isEqualTo(Position.FOR);
    }

    @ParameterizedTest
    @CsvSource({
        "URGE, the government to drop the levy",
        "URGE, the levy be delayed",
        "URGE, ministers not to abolish the exemption",
        "SUPPORT, the exemption for cement",
        "SUPPORT, a delay of the levy",
        "CRITICIZE, the levy",
        "CRITICIZE, the levy as a mistake",
        "CRITICIZE, 'it as protectionism in green'"
    })
    void speaksAgainstTheProposition(Act act, String content) {
        assertThat(side(content, act)).isEqualTo(Position.AGAINST);
    }

    /** Criticism and warnings against what the article tells of are too often about something else to be counted. */
    @ParameterizedTest
    @CsvSource({
        "CRITICIZE, the carve-out for cement",
        "CRITICIZE, the repeal of the levy",
        "WARN, against scrapping the levy"
    })
    void wouldRatherAbstainThanTakeTheWrongSide(Act act, String content) {
        assertThat(side(content, act)).isNotEqualTo(Position.AGAINST);
    }

    @ParameterizedTest
    @CsvSource({
        "ASSERT, the levy takes effect in March",
        "ASSERT, prices rose by two percent",
        "URGE, the government to drop the levy if prices rise",
        "ASSERT, nobody knows whether the levy is good",
        "URGE, Why should we pay the levy?",
        "CRITICIZE, the levy and told employees that it was a cost",
        "WARN, against calling it a levy",
        "SUPPORT, a lower petrol tax and no levy on it",
        "DENY, it had asked for the levy"
    })
    void leavesOpenWhatTakesNoSide(Act act, String content) {
        assertThat(side(content, act)).isEqualTo(Position.NONE);
    }

    @Test
    void praiseOfTheMoveTakesTheSideOfWhatWasDone() {
        String adopted = "Parliament adopted the carbon border tax on Monday. The steelmaker spoke.";
        String scrapped = "Parliament scrapped the carbon border tax on Monday. The steelmaker spoke.";

        assertThat(stand(HEADLINE, adopted, "the decision", Act.SUPPORT).position())
                .isEqualTo(Position.FOR);
        assertThat(stand("Parliament scraps carbon border tax", scrapped, "the decision", Act.SUPPORT)
                        .position())
                .isEqualTo(Position.AGAINST);
    }

    @Test
    void aSideIsSurerWhenTheArticleSaysTheSame() {
        String before = "Parliament adopted the carbon border tax on Monday. The steelmaker spoke.";

        Stand told = stand(HEADLINE, before, "the levy", Act.SUPPORT);
        Stand alone = stand("Steelmakers meet", "The steelmaker spoke of the border levy.", "the levy", Act.SUPPORT);

        assertThat(told.confidence()).isGreaterThan(alone.confidence());
    }

    @Test
    void anArticleAboutSomethingElseTakesNoSide() {
        assertThat(stand("Cup final", "The goalkeeper spoke.", "the tax", Act.SUPPORT))
                .isEqualTo(Stand.NONE);
    }
}
