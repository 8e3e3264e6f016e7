package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;

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
    void articlesThatQuoteTheSameWordsInTheSameDaysAreOneStoryAndNoCopies() {
        String words = "\u201cNo buyer gets a chip before every seller has opened its books,\u201d";
        newsroom.add(
                article("first")
                        .on("2026-01-05")
                        .text(words + " Ida Moss said in Port Elen. The Bureau nodded.")
                        .says("Ida Moss", "ida-moss", Act.URGE, words),
                article("second")
                        .on("2026-01-07")
                        .text("At the Bureau it was a loud day. Moss told reporters: " + words + " and left.")
                        .says("Moss", "ida-moss", Act.URGE, words),
                article("weeks-later")
                        .on("2026-01-20")
                        .text("Moss, who once said " + words + " has changed her mind about the books.")
                        .says("Moss", "ida-moss", Act.URGE, words));

        assertThat(newsroom.search.stories(SearchRequest.of("")).hits())
                .extracting(StoryHit::spread)
                .containsExactlyInAnyOrder("2 articles in 1 source", "");
        assertThat(newsroom.search.articles(SearchRequest.of("nodded")).hits())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.copies()).isZero();
                    assertThat(hit.told()).isEqualTo(1);
                });
    }

    @Test
    void articlesThatTellTheSameEventOfTheseDaysAreOneStory() {
        newsroom.add(
                article("first")
                        .on("2026-01-05")
                        .text("The Bureau banned the Q40 on Monday.")
                        .mention("Bureau", EntityType.ORG, "trade-bureau")
                        .event(EventType.BAN, "banned", "2026-01-05", "trade-bureau"),
                article("second")
                        .on("2026-01-06")
                        .text("A ban by the Bureau, backed by Norland, keeps the accelerator at home.")
                        .mention("Bureau", EntityType.ORG, "trade-bureau")
                        .mention("Norland", EntityType.GPE, "norland")
                        .event(EventType.BAN, "ban", "2026-01-05", "trade-bureau", "norland"),
                article("same-country")
                        .on("2026-01-06")
                        .text("A ban on eels came in Norland as well.")
                        .mention("Norland", EntityType.GPE, "norland")
                        .event(EventType.BAN, "ban", "2026-01-05", "norland"),
                article("background")
                        .on("2026-01-15")
                        .text("Ten days after the ban of the Bureau nothing has moved in the harbour.")
                        .mention("Bureau", EntityType.ORG, "trade-bureau")
                        .event(EventType.BAN, "ban", "2026-01-05", "trade-bureau"));

        assertThat(newsroom.search.stories(SearchRequest.of("ban OR banned")).hits())
                .extracting(StoryHit::total)
                .containsExactlyInAnyOrder(2, 1, 1);
    }

    @Test
    void twoCountriesThatMeetOnOneDayMeetOnce() {
        for (String id : new String[] {"a", "b"}) {
            newsroom.add(article(id)
                    .on("2026-01-06")
                    .text("Report " + id + id + id + ": Norland and Varland held talks " + id + ".")
                    .mention("Norland", EntityType.GPE, "norland")
                    .mention("Varland", EntityType.GPE, "varland")
                    .event(EventType.MEETING, "talks", "2026-01-06", "norland", "varland"));
        }

        assertThat(newsroom.search.stories(SearchRequest.of("")).total()).isEqualTo(1);
    }

    @Test
    void aFewQuotedWordsThatManyUseMakeNoStory() {
        String words = "\u201cWe are looking forward to the talks,\u201d";
        newsroom.add(
                article("a").text(words + " Ida Moss said.").says("Ida Moss", "ida-moss", Act.ASSERT, words),
                article("b").text(words + " a Bureau aide said of rain.").says("aide", "aide", Act.ASSERT, words));

        assertThat(newsroom.search.stories(SearchRequest.of("")).total()).isEqualTo(2);
    }

    @Test
    void aStoryIsFoundBeforeAndAfterARefresh() {
        String words = "\u201cNo buyer gets a chip before every seller has opened its books,\u201d";
        newsroom.index.add(article("a")
                .text(words + " said Moss.")
                .says("Moss", "ida-moss", Act.URGE, words)
                .tagged());
        newsroom.index.add(article("b")
                .text("In the rain Moss said: " + words)
                .says("Moss", "ida-moss", Act.URGE, words)
                .tagged());
        newsroom.index.refresh();
        newsroom.index.refresh();
        newsroom.index.refresh();
        newsroom.index.add(article("c")
                .text("Moss stood up. " + words + " she told them all.")
                .says("Moss", "ida-moss", Act.URGE, words)
                .tagged());
        newsroom.index.refresh();

        assertThat(newsroom.search.stories(SearchRequest.of("")).hits())
                .singleElement()
                .satisfies(story -> assertThat(story.total()).isEqualTo(3));
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
