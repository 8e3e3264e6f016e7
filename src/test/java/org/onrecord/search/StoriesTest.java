package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {
    private static final String WIRE =
            "Port Elen, Jan 5 - The Trade Bureau said on Monday that it would review every licence for the Q40 accelerator"
                    + " before the end of the quarter, a step that Quillon had asked it to put off. Officials gave no reason"
                    + " for the timing, and two people who saw the draft said the list of buyers was not yet final."
                    + " Quillon shares fell four percent after the notice was published, wiping out the gains of the week.";

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
    void copiesOfAWireReportAreOneStoryAndAllKept() {
        newsroom.add(
                article("copy")
                        .on("2026-01-06")
                        .title("Bureau to look again at chips")
                        .text("By our staff. " + WIRE),
                article("wire")
                        .on("2026-01-05")
                        .title("Trade Bureau reviews licences")
                        .text(WIRE),
                article("other").on("2026-01-05").text("Quillon said that its licence for the Q40 was in good order."));

        Hits<StoryHit> stories = newsroom.search.stories(SearchRequest.of("quillon licence"));

        assertThat(stories.total()).isEqualTo(2);
        StoryHit copied = stories.hits().stream()
                .filter(story -> story.total() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(copied.articles()).extracting(ref -> ref.id().value()).containsExactly("wire", "copy");
        assertThat(newsroom.ids("story:" + copied.story())).containsExactlyInAnyOrder("wire", "copy");
        assertThat(newsroom.search.articles(SearchRequest.of("review")).hits())
                .hasSize(2)
                .allSatisfy(hit -> {
                    assertThat(hit.copies()).isEqualTo(1);
                    assertThat(hit.story()).isEqualTo(copied.story());
                });
    }

    @Test
    void aCopyIsKnownBeforeAndAfterARefreshAndWhenWrittenAgain() {
        newsroom.index.add(article("a").text(WIRE).tagged());
        newsroom.index.add(article("b").text(WIRE + " More follows.").tagged());
        newsroom.index.refresh();
        newsroom.index.refresh();
        newsroom.index.refresh();
        newsroom.index.add(article("c").text("UPDATE 1 " + WIRE).tagged());
        newsroom.index.add(article("a").text(WIRE).tagged());
        newsroom.index.refresh();

        assertThat(newsroom.search.stories(SearchRequest.of("")).hits())
                .singleElement()
                .satisfies(story -> assertThat(story.total()).isEqualTo(3));
    }

    @Test
    void aVersionWithAnotherTextLeavesTheStory() {
        newsroom.add(article("a").text(WIRE), article("b").text(WIRE));
        newsroom.add(article("a").text("A different report about the weather over Port Elen and the sea."));

        assertThat(newsroom.search.stories(SearchRequest.of("")).total()).isEqualTo(2);
    }

    @Test
    void textsWithoutWordsAreNoCopiesOfEachOther() {
        newsroom.add(article("a").text(""), article("b").text(""));

        assertThat(newsroom.search.stories(SearchRequest.of("")).total()).isEqualTo(2);
    }

    @Test
    void pagesThroughStories() {
        for (int i = 0; i < 7; i++) {
            for (int copy = 0; copy < 5; copy++) {
                newsroom.index.add(article("s" + i + "c" + copy)
                        .on("2026-01-0" + (i + 1))
                        .text("chips " + "word%d story%d %d ".repeat(3).formatted(i, i, i, i, i, i, i, i, i))
                        .tagged());
            }
        }
        newsroom.index.refresh();
        SearchRequest byDate = SearchRequest.of("chips").sorted(SearchRequest.Sort.DATE);

        assertThat(newsroom.search.stories(byDate.page(5, 5)).hits())
                .extracting(story -> story.articles().getFirst().id().value())
                .containsExactly("s1c0", "s0c0");
        assertThat(newsroom.search.stories(byDate.page(0, 2)).hits())
                .extracting(StoryHit::total)
                .containsExactly(5, 5);
    }
}
