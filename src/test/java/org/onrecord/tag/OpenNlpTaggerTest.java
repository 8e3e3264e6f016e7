package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.tag.TagFixture.TAGGER;
import static org.onrecord.tag.TagFixture.article;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Figure;
import org.onrecord.article.Position;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.registry.Registry;

class OpenNlpTaggerTest {
    private static Statement only(String text) {
        List<Statement> statements = TAGGER.tag(article(text)).statements();
        assertThat(statements).hasSize(1);
        return statements.getFirst();
    }

    private static @Nullable String speakerOf(Statement statement) {
        var speaker = statement.speaker();
        return speaker == null || speaker.actor() == null
                ? null
                : speaker.actor().value();
    }

    private static @Nullable String actorAt(String text, String name) {
        return TAGGER.tag(article(text)).mentions().stream()
                .filter(mention -> mention.passage().text().equals(name))
                .map(mention -> String.valueOf(mention.actor()))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    @Test
    void readsAnIndirectStatementWithItsSpeakerCueAndContent() {
        Statement statement = only("Marisol Tennant said that the company would open a second plant in Ohio.");

        assertThat(speakerOf(statement)).isEqualTo("marisol-tennant");
        assertThat(statement.cue()).extracting(cue -> cue.text()).isEqualTo("said");
        assertThat(statement.content().text()).isEqualTo("the company would open a second plant in Ohio");
        assertThat(statement.quote()).isEqualTo(QuoteKind.INDIRECT);
    }

    @Test
    void readsAQuotationBeforeAnInvertedCue() {
        Statement statement = only("“The market had priced in most of this,” said Marisol Tennant.");

        assertThat(speakerOf(statement)).isEqualTo("marisol-tennant");
        assertThat(statement.content().text()).isEqualTo("“The market had priced in most of this,”");
        assertThat(statement.quote()).isEqualTo(QuoteKind.DIRECT);
    }

    @Test
    void makesTwoStatementsOfAnInterruptedQuotation() {
        List<Statement> statements = TAGGER.tag(
                        article("“We filed in November,” Marisol Tennant said, “and we have not heard back.”"))
                .statements();

        assertThat(statements)
                .extracting(statement -> statement.content().text())
                .containsExactly("“We filed in November,”", "“and we have not heard back.”");
        assertThat(statements).allMatch(statement -> "marisol-tennant".equals(speakerOf(statement)));
    }

    @Test
    void readsTheSourceOfAccordingTo() {
        Statement statement = only("Sales of the chip fell by a third, according to Corvane.");

        assertThat(speakerOf(statement)).isEqualTo("corvane");
        assertThat(statement.content().text()).isEqualTo("Sales of the chip fell by a third");
    }

    @Test
    void resolvesAPronounToThePersonOfThatGender() {
        TaggedArticle tagged = TAGGER.tag(
                article("Senator Dale Okerlund met Marisol Tennant on Monday. She said the talks were useful."));

        assertThat(tagged.statements())
                .singleElement()
                .satisfies(statement -> assertThat(speakerOf(statement)).isEqualTo("marisol-tennant"));
    }

    @Test
    void resolvesADescriptionToTheBodyThatItFits() {
        TaggedArticle tagged =
                TAGGER.tag(article("Corvane Devices opened a plant. The chipmaker said it would hire 300 people."));

        assertThat(tagged.statements()).extracting(OpenNlpTaggerTest::speakerOf).contains("corvane");
    }

    @Test
    void takesASpokespersonForTheOrganisation() {
        Statement statement = only("A spokesperson for the Commerce Department said the review was complete.");

        assertThat(speakerOf(statement)).isEqualTo("us-commerce-department");
    }

    @Test
    void leavesAnUnnamedGroupWithoutActor() {
        Statement statement = only("Analysts said the delay was a formality.");

        assertThat(speakerOf(statement)).isNull();
        assertThat(statement.speaker())
                .extracting(speaker -> speaker.passage().text())
                .isEqualTo("Analysts");
    }

    @Test
    void linksASurnameOnlyAfterTheFullNameOrATitle() {
        assertThat(actorAt("Marisol Tennant spoke first. Tennant spoke again.", "Tennant"))
                .isEqualTo("marisol-tennant");
        assertThat(actorAt("Senator Okerlund spoke.", "Okerlund")).isEqualTo("dale-okerlund");
    }

    @Test
    void takesACapitalForTheGovernmentUnlessThePlaceIsMeant() {
        assertThat(actorAt("The company urged Beijing to lift the quota.", "Beijing"))
                .isEqualTo("china");
        assertThat(actorAt("The trade fair was held in Beijing.", "Beijing")).isEqualTo("beijing");
    }

    @Test
    void findsNoNameInsideAnAddress() {
        TaggedArticle tagged =
                TAGGER.tag(article("Write to press@Corvane.example or see https://Corvane.example/Beijing for more."));

        assertThat(tagged.mentions()).isEmpty();
    }

    @Test
    void findsNamesWithoutTheirPossessiveEnding() {
        TaggedArticle tagged = TAGGER.tag(article("Corvane’s Kestrel K80 is on the Entity List’s annex."));

        assertThat(tagged.mentions())
                .extracting(mention -> mention.passage().text())
                .contains("Corvane", "Kestrel K80", "Entity List");
        assertThat(tagged.mentions())
                .extracting(mention -> mention.type())
                .contains(EntityType.ORG, EntityType.PRODUCT, EntityType.POLICY);
    }

    @Test
    void givesANewPersonAnIdAndLinksTheSurnameBackToIt() {
        String text =
                "Ivo Brandstetter of Pell Street Research said the chips were old. Brandstetter added that demand was weak.";

        assertThat(actorAt(text, "Brandstetter")).isEqualTo("ivo-brandstetter");
    }

    @Test
    void takesTheActFromASpecificCue() {
        assertThat(only("Dale Okerlund denied that he had seen the letter.").act())
                .isEqualTo(Act.DENY);
        assertThat(only("Dale Okerlund warned that the bridge could collapse.").act())
                .isEqualTo(Act.WARN);
        assertThat(only("Dale Okerlund urged the committee to vote on Friday.").act())
                .isEqualTo(Act.URGE);
    }

    private static List<Position> positions(String text, String speaker) {
        return TAGGER
                .tag(article("Chip exports to China", "The licence fight over chip exports to China went on. " + text))
                .statements()
                .stream()
                .filter(statement -> speaker.equals(speakerOf(statement)))
                .map(statement -> statement.stand().position())
                .toList();
    }

    @Test
    void readsAStandOffWhatIsUrged() {
        assertThat(positions(
                        "Dale Okerlund urged the department to ban exports of the chips to China.", "dale-okerlund"))
                .containsOnly(Position.AGAINST);
        assertThat(positions(
                        "Marisol Tennant urged the department to lift the ban on sales of the chips to China.",
                        "marisol-tennant"))
                .containsOnly(Position.FOR);
    }

    @Test
    void readsASideOffItsOwnStatementBesideTheOtherSide() {
        String both = "Dale Okerlund urged the department to ban exports of the chips. "
                + "Marisol Tennant urged the department to lift the ban on the chips.";

        assertThat(positions(both, "dale-okerlund")).containsOnly(Position.AGAINST);
        assertThat(positions(both, "marisol-tennant")).containsOnly(Position.FOR);
    }

    @Test
    void findsAnEventWithItsParticipantsAndDate() {
        TaggedArticle tagged =
                TAGGER.tag(article("The Commerce Department granted Corvane a licence for chip exports on Monday."));

        assertThat(tagged.events()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(EventType.LICENCE_GRANTED);
            assertThat(event.date()).isEqualTo("2026-02-16");
            assertThat(event.actors()).extracting(actor -> actor.value()).contains("us-commerce-department", "corvane");
        });
    }

    @Test
    void readsMoneyPercentagesRangesAndCounts() {
        TaggedArticle tagged = TAGGER.tag(
                article(
                        "Corvane expects $5.5 billion in sales. It ships 600,000 to 800,000 units of the K80 this year. Its share fell to 12 percent."));

        assertThat(tagged.figures()).extracting(figure -> figure.unit()).containsExactly("USD", "units", "percent");
        assertThat(tagged.figures().get(0).values()).hasToString("[5500000000]");
        assertThat(tagged.figures().get(1).values()).hasToString("[600000, 800000]");
    }

    @Test
    void tagsOnlyRegisteredNamesInAnotherLanguage() {
        Article german = new Article(
                article("x").id(),
                null,
                null,
                "",
                List.of(),
                null,
                java.time.Instant.EPOCH,
                "de",
                "Der Konzern Corvane Devices teilte mit, dass China bestellt habe.",
                0);

        TaggedArticle tagged = TAGGER.tag(german);

        assertThat(tagged.mentions())
                .extracting(mention -> mention.passage().text())
                .contains("Corvane Devices", "China");
        assertThat(tagged.statements()).isEmpty();
    }

    @Test
    void survivesAnyText() {
        for (String text : List.of(
                "",
                " ",
                "\n\n",
                "“",
                "said",
                "a".repeat(300_000),
                ".".repeat(100_000),
                "word ".repeat(60_000),
                "“".repeat(20_000),
                "he said ".repeat(5_000),
                "\uD83D\uDE00".repeat(1_000),
                "中国".repeat(5_000))) {
            org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> TAGGER.tag(article(text)));
        }
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

    @Test
    void hasAVersionThatDependsOnTheRegistryAndTheSettingsThatChangeResults() {
        Registry nobody = new Registry(List.of(), List.of(), List.of());
        TagSettings more = new TagSettings(TagSettings.EngineKind.ENCODER, 1, 1_000_000, 0.22);
        TagSettings fewer = new TagSettings(TagSettings.EngineKind.ENCODER, 1, 1_000_000, 0.4);

        String version = TAGGER.version();

        assertThat(OpenNlpTagger.load(TagFixture.registry(), more).version()).isEqualTo(version);
        assertThat(OpenNlpTagger.load(TagFixture.registry(), fewer).version()).isNotEqualTo(version);
        assertThat(OpenNlpTagger.load(nobody, more).version()).isNotEqualTo(version);
    }

    @Test
    void givesEachFigureOnceInTheOrderOfTheText() {
        List<Figure> figures = TagFixture.TAGGER
                .tag(article(
                        "Orinda Air ordered 30 jets for $4.2 billion on Monday. Corvane shipped 40,000 chips in May, "
                                + "and 12 ships left the yard."))
                .figures();

        assertThat(figures)
                .extracting(figure -> figure.passage().text())
                .startsWith("30 jets", "$4.2 billion")
                .contains("12 ships")
                .doesNotHaveDuplicates();
        assertThat(figures).extracting(figure -> figure.passage().start()).isSorted();
    }
}
