package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;

class TurnsTest {
    private final List<String> calls = new ArrayList<>();
    private long now;

    private static Article article(String id, String text) {
        return new Article(new ArticleId(id), null, null, "", List.of(), null, Instant.EPOCH, "en", text, 0);
    }

    /** Two ways on a clock that only they move: ours takes 2 ms for an article, the bare one 1 ms. */
    private Turns<Article> turns(int wordsPerRound, Article... articles) {
        return new Turns<>(
                List.of(articles),
                Turns::words,
                article -> call("ours", article, 2_000_000),
                article -> call("bare", article, 1_000_000),
                wordsPerRound,
                1,
                () -> now,
                () -> now);
    }

    private int call(String way, Article article, long nanos) {
        calls.add(way + " " + article.id());
        now += nanos;
        return 1;
    }

    @Test
    void bothTakeTurnsOverTheSameArticlesForFiveRoundsAtLeast() {
        List<Round> rounds = turns(3, article("a", "One two three.")).measure(Duration.ZERO);

        assertThat(rounds).hasSize(5).containsOnly(new Round(1, 3, 0.002, 0.001));
        assertThat(calls).hasSize(10).startsWith("ours a", "bare a", "ours a", "bare a");
    }

    @Test
    void aRoundTakesArticlesInTurnUntilItHasItsWords() {
        Turns<Article> turns =
                turns(5, article("a", "One two."), article("b", " One two three. "), article("c", " \n"));

        List<Round> rounds = turns.measure(Duration.ZERO);

        assertThat(rounds.getFirst()).isEqualTo(new Round(2, 5, 0.004, 0.002));
        assertThat(calls).hasSize(20).doesNotContain("ours c");
        assertThat(calls.subList(2, 4))
                .containsExactly(
                        calls.get(0).replace("ours", "bare"), calls.get(1).replace("ours", "bare"));
    }

    @Test
    void measuresUntilTheTimeIsOver() {
        assertThat(turns(3, article("a", "One two three.")).measure(Duration.ofMillis(30)))
                .hasSize(10);
    }

    @Test
    void isWarmWhenThreeRoundsAgree() {
        assertThat(turns(3, article("a", "One two three.")).warmUp(Duration.ofSeconds(1)))
                .isEqualTo(new Turns.WarmUp(3, true));
    }

    @Test
    void givesUpWarmingWhenTheTimeIsOver() {
        Turns<Article> ever = new Turns<>(
                List.of(article("a", "One two three.")),
                Turns::words,
                article -> call("ours", article, 1_000_000L * (calls.size() + 1)),
                article -> call("bare", article, 1_000_000),
                3,
                1,
                () -> now,
                () -> now);

        assertThat(ever.warmUp(Duration.ZERO)).isEqualTo(new Turns.WarmUp(3, false));
    }

    @Test
    void withoutWordsThereIsNothingToMeasure() {
        assertThatThrownBy(() -> turns(3, article("a", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no article with words");
    }
}
