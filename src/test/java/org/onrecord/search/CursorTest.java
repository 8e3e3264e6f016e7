package org.onrecord.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.index.InventedArticle.article;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.Act;
import org.onrecord.search.SearchRequest.Sort;

/** Lists that are read page by page while articles come in. */
class CursorTest {
    @TempDir
    Path folder;

    private SearchTestIndex newsroom;

    @BeforeEach
    void fill() {
        newsroom = new SearchTestIndex(folder);
        for (int i = 0; i < 47; i++) {
            newsroom.index.add(article("old-" + i)
                    .text("chips ".repeat(1 + i % 5) + "are sold")
                    .on("2026-01-" + (i % 3 == 0 ? "05" : 10 + i % 20))
                    .tagged());
        }
        newsroom.index.refresh();
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void goesThroughEverythingOnceWhileArticlesComeIn(Sort sort) {
        SearchRequest request = SearchRequest.of("chips").sorted(sort).page(0, 7);
        List<String> seen = new ArrayList<>();
        int pages = 0;
        for (boolean more = true; more; pages++) {
            Hits<ArticleHit> page = newsroom.search.articles(request);
            page.hits().forEach(hit -> seen.add(hit.article().id().value()));
            more = page.next() != null;
            if (more) {
                request = request.after(requireNonNull(page.next()));
            }
            newsroom.add(
                    article("new-" + pages).text("chips ".repeat(20) + "today").on("2026-03-0" + (1 + pages)),
                    article("rare-" + pages).text("other words that change how much a word counts"));
        }

        assertThat(pages).isEqualTo(7);
        assertThat(seen).hasSize(47).doesNotHaveDuplicates().allMatch(id -> id.startsWith("old-"));
    }

    @Test
    void goesThroughStatementsOfOneArticle() {
        newsroom.add(article("talk")
                .text("Voss said one. Voss said two. Voss said three.")
                .says("Voss", "mira-voss", Act.ASSERT, "one")
                .says("Voss", "mira-voss", Act.ASSERT, "two")
                .says("Voss", "mira-voss", Act.ASSERT, "three"));

        List<String> contents = new ArrayList<>();
        Listing.STATEMENTS.each(
                newsroom.search,
                "said-by:mira-voss",
                json -> contents.add(json.get("content").asString()));
        Hits<StatementHit> first =
                newsroom.search.statements(SearchRequest.of("said-by:mira-voss").page(0, 1));
        Hits<StatementHit> second = newsroom.search.statements(
                SearchRequest.of("said-by:mira-voss").page(0, 1).after(requireNonNull(first.next())));

        assertThat(contents).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(second.hits()).doesNotContainAnyElementsOf(first.hits());
        assertThat(second.total()).isEqualTo(3);
    }

    @Test
    void exportsEveryAnswerAndStopsWhenNobodyWantsMore() {
        for (int i = 0; i < 1_100; i++) {
            newsroom.index.add(article("more-" + i).text("tariffs").tagged());
        }
        newsroom.index.refresh();
        List<String> ids = new ArrayList<>();
        List<String> some = new ArrayList<>();

        Listing.ARTICLES.each(
                newsroom.search, "tariffs", json -> ids.add(json.get("id").asString()));
        Listing.ARTICLES.each(
                newsroom.search, "tariffs", json -> some.add(json.get("id").asString()) && some.size() < 3);

        assertThat(ids).hasSize(1_100).doesNotHaveDuplicates();
        assertThat(some).hasSize(3);
    }

    @Test
    void listsEveryStoryOnce() {
        newsroom.add(
                article("wire").text("A long wire text about tariffs that several papers print word by word today."),
                article("copy").text("A long wire text about tariffs that several papers print word by word today."),
                article("alone").text("Tariffs fall elsewhere."));
        List<String> first = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();

        Listing.STORIES.each(newsroom.search, "tariffs", json -> {
            first.add(json.get("first").get("id").asString());
            return sizes.add(json.get("articles").asInt());
        });

        assertThat(first).hasSize(2).doesNotHaveDuplicates().contains("alone");
        assertThat(sizes).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "bm9uZQ", "YzEKMQ"})
    void refusesWhatIsNoCursor(String text) {
        assertThatThrownBy(
                        () -> newsroom.search.articles(SearchRequest.of("chips").after(text)))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining("not a cursor");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        String cursor = requireNonNull(
                newsroom.search.articles(SearchRequest.of("chips")).next());

        for (SearchRequest other :
                List.of(SearchRequest.of("sold"), SearchRequest.of("chips").sorted(Sort.DATE))) {
            assertThatThrownBy(() -> newsroom.search.articles(other.after(cursor)))
                    .isInstanceOfSatisfying(
                            CursorException.class, e -> assertThat(e.isStale()).isFalse())
                    .hasMessageContaining("another query");
        }
        assertThatThrownBy(() ->
                        newsroom.search.statements(SearchRequest.of("chips").after(cursor)))
                .isInstanceOf(CursorException.class);
    }

    @Test
    void saysThatAListByRelevanceHasGrownOld() {
        String cursor = requireNonNull(
                newsroom.search.articles(SearchRequest.of("chips")).next());
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n");
        parts[2] = "987654321";
        String old = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(
                        () -> newsroom.search.articles(SearchRequest.of("chips").after(old)))
                .isInstanceOfSatisfying(
                        CursorException.class, e -> assertThat(e.isStale()).isTrue())
                .hasMessageContaining("too old");
    }
}
