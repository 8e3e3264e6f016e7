package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.index.InventedArticle;
import org.onrecord.search.Strength.Grade;

class LedgerChangesTest {
    private static final ActorId MIRA = new ActorId("mira-voss");
    private static final IssueId SALES = new IssueId("chip-sales");

    @TempDir
    Path folder;

    private SearchTestIndex newsroom;

    @BeforeEach
    void open() {
        newsroom = new SearchTestIndex(folder);
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void aChangeOfSideComesWithTheSurestStatementOfEither() {
        newsroom.add(
                mira("early", "sales help", Position.FOR, 0.8).on("2025-01-01"),
                mira("middle", "sales are fine", Position.FOR, 0.9).on("2025-03-01"),
                mira("late", "sales must stop", Position.AGAINST, 0.7).on("2025-06-01"));

        assertThat(stance().changes()).singleElement().satisfies(change -> {
            assertThat(change.before().article().value()).isEqualTo("middle");
            assertThat(change.after().article().value()).isEqualTo("late");
            assertThat(change.before().side()).isEqualTo(Position.FOR);
            assertThat(change.confidence()).isCloseTo((1 - 0.2 * 0.1) * 0.7, within(1e-9));
        });
    }

    @Test
    void aWeakReadingIsNoChangeOfSide() {
        newsroom.add(
                mira("sure", "sales help", Position.FOR, 0.9).on("2025-01-01"),
                mira("weak", "sales, well", Position.AGAINST, 0.45).on("2025-03-01"),
                mira("again", "sales help us", Position.FOR, 0.9).on("2025-06-01"));

        assertThat(stance().changes()).isEmpty();
    }

    @Test
    void weakReadingsOfSeveralArticlesAddUpButCopiesOfOneDoNot() {
        newsroom.add(
                mira("sure", "sales help", Position.FOR, 0.95).on("2025-01-01"),
                mira("wire", "sales must stop", Position.AGAINST, 0.5).on("2025-03-01"),
                mira("copy", "Sales must stop", Position.AGAINST, 0.5).on("2025-03-02"));
        assertThat(stance().changes()).isEmpty();

        newsroom.add(mira("other", "sales are wrong", Position.AGAINST, 0.5).on("2025-03-03"));
        assertThat(stance().changes()).hasSize(1);
    }

    @Test
    void aFirstWeakReadingGivesWayToASurerOne() {
        newsroom.add(
                mira("weak", "sales, well", Position.AGAINST, 0.4).on("2025-01-01"),
                mira("sure", "sales help", Position.FOR, 0.9).on("2025-03-01"),
                mira("late", "sales must stop", Position.AGAINST, 0.9).on("2025-06-01"));

        assertThat(stance().changes())
                .extracting(change -> change.before().side())
                .containsExactly(Position.FOR);
    }

    @Test
    void undatedStatementsProveNoChange() {
        newsroom.add(
                mira("old", "sales help", Position.FOR, 0.9).on("2025-01-01"),
                mira("undated", "sales must stop", Position.AGAINST, 0.9).undated("2026-01-01T00:00:00Z"));

        assertThat(stance().changes()).isEmpty();
    }

    @Test
    void aPastDayKnowsNothingOfWhatCameAfter() {
        newsroom.add(
                mira("first", "sales help", Position.FOR, 0.9).on("2025-01-01"),
                mira("second", "sales must stop", Position.AGAINST, 0.9).on("2025-06-01"));

        assertThat(newsroom.search.stancesOf(MIRA, LocalDate.of(2025, 5, 31)))
                .singleElement()
                .satisfies(stance -> {
                    assertThat(stance.position()).isEqualTo(Position.FOR);
                    assertThat(stance.changes()).isEmpty();
                    assertThat(stance.taken()).hasSize(1);
                });
        assertThat(newsroom.search.stancesOn(SALES, LocalDate.of(2025, 6, 1)))
                .extracting(Stance::position)
                .containsExactly(Position.AGAINST);
        assertThat(newsroom.search.stancesOn(SALES, LocalDate.of(2024, 12, 31))).isEmpty();
    }

    @Test
    void strengthCountsStatementsArticlesDaysAndChances() {
        newsroom.add(
                mira("first", "sales help", Position.FOR, 0.6).on("2025-01-01"),
                mira("other", "sales must stop", Position.AGAINST, 0.3).on("2025-02-01"),
                mira("last", "sales are fine", Position.FOR, 0.5).on("2025-06-01"));

        Strength strength = stance().strength();

        assertThat(strength.statements()).isEqualTo(2);
        assertThat(strength.articles()).isEqualTo(2);
        assertThat(strength.opposing()).isEqualTo(1);
        assertThat(strength.first()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(strength.last()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(strength.least()).isEqualTo(0.5);
        assertThat(strength.most()).isEqualTo(0.6);
        assertThat(strength.confidence()).isCloseTo(0.8, within(1e-9));
        assertThat(strength.grade()).isEqualTo(Grade.FAIR);
    }

    @Test
    void everyStatementCountsHoweverManyThereAre() {
        for (int i = 0; i < 2_100; i++) {
            newsroom.index.add(mira("a" + i, "sales help " + i, Position.FOR, 0.9)
                    .on("2025-01-01")
                    .tagged());
        }
        newsroom.index.refresh();

        assertThat(stance().strength().statements()).isEqualTo(2_100);
    }

    @Test
    void statementsThatLeftTheIndexAreLeftOut() {
        newsroom.add(mira("stays", "sales help", Position.FOR, 0.9).on("2025-01-01"));
        newsroom.add(mira("goes", "sales help us", Position.FOR, 0.9).on("2025-01-02"));
        Stance before = stance();
        newsroom.index.remove(new ArticleId("goes"));
        newsroom.index.refresh();

        assertThat(newsroom.search.statementsAt(before.taken()))
                .extracting(hit -> hit.article().id().value())
                .containsExactly("stays");
    }

    @Test
    void oneReadingThatIsMoreLikelyWrongIsUnclear() {
        newsroom.add(mira("only", "sales", Position.FOR, 0.45).on("2025-01-01"));

        assertThat(stance().strength().grade()).isEqualTo(Grade.UNCLEAR);
    }

    private Stance stance() {
        return newsroom.search.stancesOf(MIRA).getFirst();
    }

    private static InventedArticle mira(String id, String words, Position position, double confidence) {
        return article(id)
                .text("Mira Voss said: " + words + ".")
                .says("Mira Voss", "mira-voss", Act.ASSERT, words, new Stand(SALES, position, confidence));
    }
}
