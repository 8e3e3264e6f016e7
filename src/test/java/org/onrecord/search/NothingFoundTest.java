package org.onrecord.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.search.NothingFound.Obstacle;
import org.onrecord.search.NothingFound.Suggestion;

/** What a search says that finds nothing. */
class NothingFoundTest {
    @TempDir
    Path folder;

    private SearchTestIndex newsroom;

    @BeforeEach
    void fill() {
        newsroom = new SearchTestIndex(folder);
        newsroom.add(
                article("quarry")
                        .title("Quillon opens a semiconductor quarry")
                        .text("Mira Voss warned of semiconductor shortages at Quillon.")
                        .source("north-daily")
                        .says("Mira Voss", "mira-voss", Act.WARN, "semiconductor shortages"),
                article("harbour").text("The harbour of Tidemark is closed.").source("south-wire"),
                article("harbours").text("Two harbours near Tidemark.").source("south-wire"));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void saysWhichConditionLeavesNothingOver() {
        NothingFound nothing = of("harbour source:north-daily");

        assertThat(nothing.obstacles())
                .containsExactly(
                        new Obstacle("harbour", false, 1, "source:north-daily"),
                        new Obstacle("source:north-daily", false, 2, "harbour"));
        assertThat(nothing.sentences()).first().asString().startsWith("harbour leaves nothing over; 1 without it");
    }

    @Test
    void saysWhichConditionNothingMeets() {
        assertThat(of("Quillon zzyzx").obstacles()).containsExactly(new Obstacle("zzyzx", true, 1, "Quillon"));
        assertThat(of("zzyzx").obstacles()).containsExactly(new Obstacle("zzyzx", true, 0, ""));
        assertThat(of("Tidemark -harbour").obstacles()).contains(new Obstacle("-harbour", false, 2, "Tidemark"));
    }

    @Test
    void suggestsSpellingsThatTheIndexKnows() {
        assertThat(of("Quilon").suggestions()).containsExactly(new Suggestion("quillon", "quillon", 1));
        assertThat(of("Quillon semiconducter").suggestions())
                .containsExactly(new Suggestion("semiconductor", "Quillon semiconductor", 1));
        assertThat(of("\"semiconducter shortages\" Quillon").suggestions())
                .extracting(Suggestion::query)
                .containsExactly("\"semiconductor shortages\" Quillon");
    }

    @Test
    void mendsTwoWordsAtOnce() {
        assertThat(of("Tidemrak harbuor").suggestions())
                .extracting(Suggestion::meant, Suggestion::count)
                .contains(tuple("tidemark harbour", 2L));
    }

    @Test
    void suggestsValuesOfFieldsThatHoldTheWordOrLookLikeIt() {
        assertThat(of("said-by:voss").suggestions())
                .containsExactly(new Suggestion("said-by:mira-voss", "said-by:mira-voss", 1));
        assertThat(of("said-by:mira-vos act:warn").suggestions())
                .containsExactly(new Suggestion("said-by:mira-voss", "said-by:mira-voss act:warn", 1));
        assertThat(of("harbour source:(south-wir OR nowhere)").suggestions())
                .extracting(Suggestion::count)
                .contains(2L);
    }

    @Test
    void suggestsNothingWithoutAnswers() {
        assertThat(of("Quilon source:south-wire").suggestions()).isEmpty();
    }

    @Test
    void explainsStatementsAndStoriesToo() {
        Hits<StatementHit> none = newsroom.search.statements(SearchRequest.of("shortages act:urge"));
        assertThat(requireNonNull(none.nothingFound()).obstacles())
                .containsExactly(new Obstacle("act:urge", true, 1, "shortages"));
        assertThat(newsroom.search.stories(SearchRequest.of("zzyzx")).nothingFound())
                .isNotNull();
        assertThat(newsroom.search.articles(SearchRequest.of("Quillon")).nothingFound())
                .isNull();
    }

    private NothingFound of(String query) {
        Hits<ArticleHit> hits = newsroom.search.articles(SearchRequest.of(query));
        assertThat(hits.total()).isZero();
        return requireNonNull(hits.nothingFound());
    }
}
