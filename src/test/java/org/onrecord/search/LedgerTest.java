package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.index.InventedArticle;

class LedgerTest {
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
    void theNewestStatementsDecideAndSinceReachesBackToTheChangeOfSide() {
        newsroom.add(
                mira("first", Position.FOR, 0.9).on("2025-01-01"),
                mira("changed", Position.AGAINST, 0.9).on("2025-06-01"),
                mira("again", Position.AGAINST, 0.9).on("2025-09-01"),
                mira("newest", Position.AGAINST, 0.9).on("2026-01-01"));

        Stance stance = newsroom.search.stancesOf(MIRA).getFirst();

        assertThat(stance.position()).isEqualTo(Position.AGAINST);
        assertThat(stance.since()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(newsroom.search.statementsAt(stance.taken()))
                .extracting(hit -> hit.article().id().value())
                .containsExactly("newest", "again", "changed", "first");
    }

    @Test
    void aReadingThatTheTaggerGaveIsEvidenceHoweverUnsure() {
        newsroom.add(
                mira("sure", Position.FOR, 0.8).on("2025-01-01"),
                mira("unsure", Position.AGAINST, 0.2).on("2026-01-01"));

        assertThat(newsroom.search.stancesOf(MIRA)).singleElement().satisfies(stance -> {
            assertThat(stance.position()).isEqualTo(Position.AGAINST);
            assertThat(stance.taken()).hasSize(2);
        });
    }

    @Test
    void readingsOfOneDayAreWeighedTogether() {
        newsroom.add(
                mira("a", Position.AGAINST, 0.6).on("2026-01-01"),
                mira("b", Position.FOR, 0.9).on("2026-01-01"));

        assertThat(newsroom.search.stancesOf(MIRA)).extracting(Stance::position).containsExactly(Position.FOR);
    }

    @Test
    void sinceIsUnknownWhenTheStatementIsUndated() {
        newsroom.add(mira("only", Position.FOR, 0.9).undated("2026-01-01T00:00:00Z"));

        assertThat(newsroom.search.stancesOf(MIRA).getFirst().since()).isNull();
    }

    @Test
    void anIssueListsEveryActorOnRecordWithIt() {
        newsroom.add(
                mira("m", Position.FOR, 0.9),
                article("t")
                        .text("Tom Arlo objects.")
                        .says("Tom Arlo", "tom-arlo", Act.DENY, "objects", "chip-sales", Position.AGAINST),
                article("o")
                        .text("Rae Dunn agrees.")
                        .says("Rae Dunn", "rae-dunn", Act.SUPPORT, "agrees", "tariffs", Position.FOR));

        assertThat(newsroom.search.stancesOn(SALES))
                .extracting(stance ->
                        stance.actor().value() + " " + stance.position().label())
                .containsExactly("mira-voss for", "tom-arlo against");
        assertThat(newsroom.search.stancesOn(new IssueId("unknown"))).isEmpty();
    }

    private static InventedArticle mira(String id, Position position, double confidence) {
        return article(id)
                .text("Mira Voss spoke of sales.")
                .says("Mira Voss", "mira-voss", Act.ASSERT, "sales", new Stand(SALES, position, confidence));
    }
}
