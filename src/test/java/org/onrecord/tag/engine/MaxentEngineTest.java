package org.onrecord.tag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.tag.TagFixture.article;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.TagSettings;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.Draft;

class MaxentEngineTest {
    private static final OpenNlpTagger TAGGER = OpenNlpTagger.load(
            TagFixture.registry(), new TagSettings(TagSettings.EngineKind.MAXENT, 2, 1_000_000, 0.22));

    private static @Nullable EntityType typeOf(String text, String name) {
        return TAGGER.tag(article(text)).mentions().stream()
                .filter(mention -> mention.passage().text().equals(name))
                .map(mention -> mention.type())
                .findFirst()
                .orElse(null);
    }

    private static Draft draft(@Nullable Act cueAct) {
        return new Draft(0, 0, 4, null, 5, 9, "warn", cueAct, 10, 20, 0.8);
    }

    @Test
    void findsNamesThatTheRegistryDoesNotKnow() {
        String text = "Analyst Henrike Vossberg of Tallow Peak Capital said on Friday that demand in Saxony was weak.";

        assertThat(typeOf(text, "Henrike Vossberg")).isEqualTo(EntityType.PERSON);
        assertThat(typeOf(text, "Tallow Peak Capital")).isEqualTo(EntityType.ORG);
        assertThat(typeOf(text, "Saxony")).isEqualTo(EntityType.GPE);
    }

    @Test
    void findsBothHalvesOfANameWithAHyphen() {
        String text = "Senator Philippa Torvald-Reyes said on Tuesday that the rule was late.";

        assertThat(typeOf(text, "Philippa Torvald-Reyes")).isEqualTo(EntityType.PERSON);
    }

    @Test
    void readsAStatementWithItsSpeakerAndAct() {
        List<Statement> statements = TAGGER.tag(
                        article("Marisol Tennant warned that the ban would cost Corvane its best customers."))
                .statements();

        assertThat(statements).hasSize(1);
        assertThat(statements.getFirst().act()).isEqualTo(Act.WARN);
        assertThat(statements.getFirst().content().text()).isEqualTo("the ban would cost Corvane its best customers");
    }

    @Test
    void takesTheActOfASpecificCueWithoutAskingTheModel() {
        Map<Act, Double> chances = ActChances.of(draft(Act.WARN), () -> Map.of(Act.DENY, 1.0));

        assertThat(chances).isEqualTo(Map.of(Act.WARN, 1.0));
    }

    @Test
    void asksTheModelForTheActWhereTheCueSaysLittleOrThereIsNone() {
        Map<Act, Double> model = Map.of(Act.URGE, 0.7, Act.ASSERT, 0.3);

        assertThat(ActJudge.judge(draft(Act.ASSERT), ActChances.of(draft(Act.ASSERT), () -> model)))
                .isEqualTo(Act.URGE);
        assertThat(ActJudge.judge(draft(null), ActChances.of(draft(null), () -> model)))
                .isEqualTo(Act.URGE);
    }

    @Test
    void forgetsAnArticleBeforeTheNext() {
        Article first = article("Lena Orr met Tobin Marsh. Marsh said that Orr was late.");
        TaggedArticle alone = TAGGER.tag(first);

        TAGGER.tag(article("Orr lies on the river Marsh. The town of Orr has a mill."));

        assertThat(TAGGER.tag(first)).isEqualTo(alone);
    }

    @Test
    void givesTheSameAnswerToManyThreads() throws Exception {
        Article article = article(
                "“You license it, you watch it,” said Dale Okerlund. Marisol Tennant of Corvane warned that a ban would cost $2 billion.");
        TaggedArticle alone = TAGGER.tag(article);

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<TaggedArticle>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> TAGGER.tag(article)))
                    .toList();
            for (Future<TaggedArticle> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }
}
