package org.onrecord.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Passage;
import org.onrecord.article.Position;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.config.Problems;
import org.onrecord.index.InventedArticle;
import org.onrecord.registry.Registry;
import org.onrecord.state.StateStore;

class CorrectionsTest {
    private static final String TEXT = "Senator Ida Moss met Corvane on Monday. She said the licences were a gift. "
            + "\u201cWe want clear rules,\u201d Corvane said. Nobody asked why. The gift was large, aides said.";

    private StateStore state;
    private Corrections corrections;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        state = StateStore.open(folder.resolve("state.db"));
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("actors.yaml"), """
                actors:
                  - {id: ida-moss, name: Ida Moss, kind: person}
                  - {id: corvane, name: Corvane, kind: company}
                """);
        Files.copy(Path.of("config", "issues.yaml"), config.resolve("issues.yaml"));
        corrections = new Corrections(
                state.corrections(),
                Registry.read(config, new Problems()),
                Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void whatAPersonSaysTakesThePlaceOfWhatWasFoundAndTheRestStays() {
        correct("the licences were a gift", typed("", "criticize", "ai-chip-exports:against"));

        Statement corrected = statement(corrections.apply(article()), "the licences were a gift");

        assertThat(corrected.act()).isEqualTo(Act.CRITICIZE);
        assertThat(corrected.stand().position()).isEqualTo(Position.AGAINST);
        assertThat(corrected.stand().confidence()).isEqualTo(1);
        assertThat(corrected.corrected()).isTrue();
        assertThat(actorOf(corrected)).isEqualTo("corvane");
        assertThat(statement(corrections.apply(article()), "\u201cWe want clear rules,\u201d"))
                .isEqualTo(statement(article(), "\u201cWe want clear rules,\u201d"));
    }

    @Test
    void laterOnesOverruleEarlierOnesFieldByField() {
        correct("the licences were a gift", typed("ida-moss", "criticize", ""));
        correct("the licences were a gift", typed("", "warn", ""));

        Statement corrected = statement(corrections.apply(article()), "the licences were a gift");

        assertThat(actorOf(corrected)).isEqualTo("ida-moss");
        assertThat(corrected.act()).isEqualTo(Act.WARN);
    }

    @Test
    void aNameOrSomebodyTheArticleNamesWillDoForASpeaker() {
        correct("the licences were a gift", typed("Ida Moss", "", ""));
        assertThat(actorOf(statement(corrections.apply(article()), "the licences were a gift")))
                .isEqualTo("ida-moss");

        correct("the licences were a gift", typed("nobody", "", ""));
        assertThat(actorOf(statement(corrections.apply(article()), "the licences were a gift")))
                .isEqualTo("none");
    }

    @Test
    void wordsThatAreNoStatementGo() {
        correct("the licences were a gift", new TypedVerdict("", "", "", false));

        assertThat(corrections.apply(article()).statements())
                .extracting(statement -> statement.content().text())
                .containsExactly("\u201cWe want clear rules,\u201d");
    }

    @Test
    void aStatementThatWasMissedIsAddedWithTheWordsThatNameItsSpeaker() {
        corrections.add(article(), "The gift was large", "aides", typed("ida-moss", "", ""), "her staff");

        Statement added = statement(corrections.apply(article()), "The gift was large");

        assertThat(actorOf(added)).isEqualTo("ida-moss");
        assertThat(added.speaker())
                .isEqualTo(new Speaker(
                        Passage.of(TEXT, TEXT.indexOf("aides"), TEXT.indexOf("aides") + 5), new ActorId("ida-moss")));
        assertThat(corrections.of(article().article().id()).getFirst().note()).isEqualTo("her staff");
    }

    @Test
    void holdsWhenTheTaggerFindsTheWordsNoMoreOrWithOtherBorders() {
        correct("the licences were a gift", typed("ida-moss", "criticize", ""));

        TaggedArticle nothingFound = InventedArticle.article("a")
                .text(TEXT)
                .mention("Ida Moss", EntityType.PERSON, "ida-moss")
                .tagged();
        TaggedArticle otherBorders = InventedArticle.article("a")
                .text(TEXT)
                .says("She", "corvane", Act.ASSERT, "the licences were a gift.")
                .tagged();

        for (TaggedArticle later : List.of(nothingFound, otherBorders)) {
            assertThat(corrections.apply(later).statements()).singleElement().satisfies(statement -> {
                assertThat(statement.content().text()).isEqualTo("the licences were a gift");
                assertThat(actorOf(statement)).isEqualTo("ida-moss");
                assertThat(statement.act()).isEqualTo(Act.CRITICIZE);
            });
        }
    }

    @Test
    void movesWithTheWordsInALaterVersionAndRestsWhenTheyAreGone() {
        correct("the licences were a gift", typed("", "warn", ""));

        TaggedArticle longer = InventedArticle.article("a")
                .text("Updated. " + TEXT)
                .says("She", "corvane", Act.ASSERT, "the licences were a gift")
                .tagged();
        TaggedArticle without = InventedArticle.article("a")
                .text("Senator Ida Moss met Corvane on Monday.")
                .tagged();

        assertThat(statement(corrections.apply(longer), "the licences were a gift")
                        .act())
                .isEqualTo(Act.WARN);
        assertThat(corrections.apply(without)).isEqualTo(without);
    }

    @Test
    void twoSpeakersOfTheSameWordsAreToldApartByTheirWords() {
        TaggedArticle both = InventedArticle.article("b")
                .text("Corvane and Ida Moss said it rains.")
                .says("Corvane", "corvane", Act.ASSERT, "it rains")
                .says("Ida Moss", "ida-moss", Act.ASSERT, "it rains")
                .tagged();

        assertThatThrownBy(() -> corrections.add(both, "it rains", "", typed("", "warn", ""), ""))
                .isInstanceOf(CorrectionException.class)
                .hasMessageContaining("26-34 (Ida Moss)");

        corrections.add(both, "it rains", "Ida Moss", typed("", "warn", ""), "");
        assertThat(corrections.apply(both).statements())
                .extracting(Statement::act)
                .containsExactly(Act.ASSERT, Act.WARN);
    }

    @Test
    void whatWasTakenBackHoldsNoLongerAndIsKept() {
        long number = correct("the licences were a gift", typed("", "warn", ""));

        assertThat(corrections.withdraw(number)).isPresent();
        assertThat(corrections.withdraw(number)).isEmpty();

        assertThat(corrections.apply(article())).isEqualTo(article());
        assertThat(corrections.all())
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawnAt()).isNotNull());
    }

    @Test
    void whatCannotBeSaysWhatCould() {
        assertRefused("the licences were a gift", typed("ida-mos", "", ""), "no actor is called ida-mos");
        assertRefused("the licences were a gift", typed("", "shout", ""), "assert, announce, support");
        assertRefused("the licences were a gift", typed("", "", "ai-chip-exports"), "ISSUE:for");
        assertRefused("the licences were a gift", typed("", "", "weather:for"), "ai-chip-exports");
        assertRefused("the licences were a gift", typed("", "", ""), "nothing to correct");
        assertRefused("7-9", typed("", "warn", ""), "no statement stands at 7-9");
        assertRefused("the moon", typed("", "warn", ""), "does not have these words");
        assertThat(corrections.all()).isEmpty();
    }

    @Test
    void anArticleIsDueUntilTheIndexShowsItsLastChange() {
        correct("the licences were a gift", typed("", "warn", ""));
        var due = state.corrections().due();
        correct("the licences were a gift", typed("", "deny", ""));

        state.corrections().shown(due);
        assertThat(state.corrections().due()).hasSize(1);

        state.corrections().shown(state.corrections().due());
        assertThat(state.corrections().due()).isEmpty();
    }

    private void assertRefused(String words, TypedVerdict verdict, String because) {
        assertThatThrownBy(() -> correct(words, verdict))
                .isInstanceOf(CorrectionException.class)
                .hasMessageContaining(because);
    }

    private long correct(String words, TypedVerdict verdict) {
        return corrections.add(article(), words, "", verdict, "").number();
    }

    private static TypedVerdict typed(String speaker, String act, String stance) {
        return new TypedVerdict(speaker, act, stance, true);
    }

    /** The tagger takes "She" for the company. */
    private static TaggedArticle article() {
        return InventedArticle.article("a")
                .text(TEXT)
                .mention("Ida Moss", EntityType.PERSON, "ida-moss")
                .says("She", "corvane", Act.ASSERT, "the licences were a gift", Stand.NONE)
                .says("Corvane", "corvane", Act.URGE, "\u201cWe want clear rules,\u201d")
                .tagged();
    }

    private static Statement statement(TaggedArticle article, String words) {
        return article.statements().stream()
                .filter(statement -> statement.content().text().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static String actorOf(Statement statement) {
        Speaker speaker = statement.speaker();
        return speaker == null || speaker.actor() == null
                ? "none"
                : speaker.actor().value();
    }
}
