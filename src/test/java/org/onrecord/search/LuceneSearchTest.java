package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.onrecord.index.InventedArticle.article;
import static org.onrecord.search.SearchTestIndex.marked;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Measure;
import org.onrecord.article.Position;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.InventedArticle;

class LuceneSearchTest {
    private static final InventedArticle HEARING = article("hearing")
            .title("Chamber hears chipmaker on Q40 exports")
            .by("Ada Lund", "Piet Maas")
            .url("https://www.north.example.org/2026/hearing")
            .source("north-daily")
            .on("2026-02-03")
            .text(
                    "The hearing lasted an hour. Mira Voss of Quillon told senators that selling the Q40 abroad keeps Quillon"
                            + " ahead. Tom Arlo called the sales a gift to rivals.\nThe Trade Bureau opened an investigation in"
                            + " January 2026. Quillon shipped 40,000 units last year under the Fair Chips Act.")
            .mention("Mira Voss", EntityType.PERSON, "mira-voss")
            .mention("Quillon", EntityType.ORG, "quillon")
            .product("Q40")
            .policy("Fair Chips Act")
            .says(
                    "Mira Voss",
                    "mira-voss",
                    Act.SUPPORT,
                    "selling the Q40 abroad keeps Quillon ahead",
                    "chip-sales",
                    Position.FOR)
            .says("Tom Arlo", "tom-arlo", Act.CRITICIZE, "the sales a gift to rivals", "chip-sales", Position.AGAINST)
            .event(EventType.INVESTIGATION, "investigation", "2026-01", "trade-bureau")
            .figure("40,000 units", "Q40", Measure.SHIPMENT, "40000", "units");

    private static final InventedArticle MEETING = article("meeting")
            .title("Envoys meet in Port Elen")
            .by("Jo Falk")
            .url("https://south.example.com/meeting")
            .source("south-wire")
            .on("2026-03-09")
            .lang("fr")
            .text("Envoys met in Port Elen on Monday. Rae Dunn warned of delays for the Brell 910C.")
            .mention("Rae Dunn", EntityType.PERSON, "rae-dunn")
            .product("Brell 910C")
            .policy("Port Elen")
            .says("Rae Dunn", "rae-dunn", Act.WARN, "delays for the Brell 910C")
            .event(EventType.MEETING, "met", null);

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
    void findsAnArticleByAFormOfAWordAndMarksIt() {
        newsroom.add(
                article("a").text("The chamber met on Monday. Mira Voss wants new licences for exports of the Q40."),
                article("b").text("It rained."));

        Hits<ArticleHit> hits = newsroom.search.articles(SearchRequest.of("license exporting"));

        assertThat(hits.total()).isEqualTo(1);
        ArticleHit hit = hits.hits().getFirst();
        assertThat(hit.article().id()).isEqualTo(new ArticleId("a"));
        assertThat(marked(hit.passage())).containsExactly("licences", "exports");
        assertThat(hit.passage().text()).contains("Mira Voss wants new licences");
    }

    @Test
    void everyFieldFindsItsArticleAndOnlyThat() {
        newsroom.add(HEARING, MEETING);

        for (String query : List.of(
                "title:chipmakers",
                "title:\"Q40 exports\"",
                "author:lund",
                "author:\"Piet Maas\"",
                "source:north-daily",
                "site:north.example.org",
                "site:example.org",
                "site:https://www.north.example.org/2026",
                "lang:en",
                "actor:quillon",
                "actor:trade-bureau",
                "actor:\"Mira Voss\"",
                "actor:tom-arlo",
                "said-by:mira-voss",
                "said-by:mira*",
                "act:support",
                "issue:chip-sales",
                "about:chip-sales",
                "stance:for",
                "stance:against:chip-sales",
                "product:Q40",
                "product:q40s",
                "policy:\"Fair Chips Act\"",
                "policy:fair-chips-act",
                "event:investigation",
                "tag:q40",
                "tag:investigation",
                "tag:fair*",
                "after:2026-02 before:2026-03",
                "date:2026-02-03",
                "date:2026-02",
                "before:2026-02-04",
                "date:2026-02-01..2026-02-28",
                "title:(hearing OR hears)",
                "act:(urge OR support)",
                "ship* senat*",
                "\"keeps Quillon ahead\"",
                "\"senators Voss\"~10",
                "search:\"what Mira says\"",
                "quillon -envoys",
                "nothing OR (quillon AND q40)",
                "* -lang:fr",
                "chipmaker NOT (said-by:rae-dunn)")) {
            assertThat(newsroom.ids(query)).as(query).containsExactly("hearing");
        }
    }

    @Test
    void everyFieldLeavesOutWhatHasAnotherValue() {
        newsroom.add(HEARING, MEETING);

        for (String query : List.of(
                "title:lasted",
                "author:Dunn",
                "source:north",
                "site:orth.example.org",
                "lang:e",
                "actor:mira",
                "said-by:quillon",
                "act:deny",
                "stance:for:other-issue",
                "product:910C",
                "event:ban",
                "after:2026-03-10",
                "before:2026-02-03",
                "date:2025",
                "\"Quillon keeps ahead\"",
                "story:none",
                "tag:none")) {
            assertThat(newsroom.ids(query)).as(query).isEmpty();
        }
    }

    @Test
    void countsPeriodsBackFromNow() {
        newsroom.add(HEARING, MEETING, article("fresh").undated("2026-03-10T09:00:00Z"));

        assertThat(newsroom.ids("date:P7D")).containsExactlyInAnyOrder("meeting", "fresh");
        assertThat(newsroom.ids("date:today")).containsExactly("fresh");
        assertThat(newsroom.ids("date:yesterday")).containsExactly("meeting");
        assertThat(newsroom.ids("date:PT6H")).containsExactly("fresh");
        assertThat(newsroom.ids("before:P7D")).containsExactly("hearing");
    }

    @Test
    void fieldsOfStatementsMustHoldForOneStatement() {
        newsroom.add(HEARING);

        assertThat(newsroom.ids("said-by:mira-voss act:support stance:for")).containsExactly("hearing");
        assertThat(newsroom.ids("said-by:mira-voss act:criticize")).isEmpty();
        assertThat(newsroom.ids("(said-by:mira-voss quillon) (stance:against)")).isEmpty();
        assertThat(newsroom.ids("said-by:mira-voss (act:criticize OR act:support)"))
                .containsExactly("hearing");
        assertThat(newsroom.ids("said-by:mira-voss -act:support")).isEmpty();
        assertThat(newsroom.ids("said-by:mira-voss OR act:deny")).containsExactly("hearing");
        assertThat(newsroom.ids("quillon -said-by:tom-arlo")).isEmpty();
        assertThat(newsroom.ids("quillon -said-by:rae-dunn")).containsExactly("hearing");
    }

    @Test
    void statementsAreNarrowedByTheirOwnFieldsAndByThoseOfTheirArticle() {
        newsroom.add(HEARING, MEETING);

        assertThat(said("")).containsExactlyInAnyOrder("mira-voss", "tom-arlo", "rae-dunn");
        assertThat(said("act:criticize")).containsExactly("tom-arlo");
        assertThat(said("-act:criticize *")).containsExactlyInAnyOrder("mira-voss", "rae-dunn");
        assertThat(said("source:north-daily")).containsExactlyInAnyOrder("mira-voss", "tom-arlo");
        assertThat(said("source:north-daily stance:for")).containsExactly("mira-voss");
        assertThat(said("* -source:north-daily")).containsExactly("rae-dunn");
        assertThat(said("event:investigation stance:against")).containsExactly("tom-arlo");
        assertThat(said("(source:south-wire OR stance:for)")).containsExactlyInAnyOrder("mira-voss", "rae-dunn");
        assertThat(said("gift")).containsExactly("tom-arlo");
        assertThat(said("chipmaker gift")).as("words of the title count too").containsExactly("tom-arlo");
        assertThat(said("lasted")).as("words elsewhere in the text do not").isEmpty();
        assertThat(said("date:P7D")).containsExactly("rae-dunn");
    }

    @Test
    void aStatementComesWithTheSentenceAroundItAndItsContentMarked() {
        newsroom.add(HEARING);

        StatementHit hit = newsroom.search
                .statements(SearchRequest.of("act:criticize"))
                .hits()
                .getFirst();

        assertThat(hit.evidence().text()).isEqualTo("Tom Arlo called the sales a gift to rivals.");
        assertThat(marked(hit.evidence())).containsExactly("the sales a gift to rivals");
        assertThat(hit.article().title()).isEqualTo("Chamber hears chipmaker on Q40 exports");
    }

    @Test
    void eventsAndFiguresComeWithTheirSentence() {
        newsroom.add(HEARING, MEETING);

        assertThat(newsroom.search
                        .events(SearchRequest.of("event:investigation"))
                        .hits())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.event().type()).isEqualTo(EventType.INVESTIGATION);
                    assertThat(hit.evidence().text())
                            .isEqualTo("The Trade Bureau opened an investigation in January 2026.");
                    assertThat(marked(hit.evidence())).containsExactly("investigation");
                });
        assertThat(newsroom.search.events(SearchRequest.of("source:south-wire")).total())
                .isEqualTo(1);
        assertThat(newsroom.search
                        .figures(SearchRequest.of("units actor:quillon"))
                        .hits())
                .singleElement()
                .satisfies(hit -> assertThat(marked(hit.evidence())).containsExactly("40,000 units"));
        assertThat(newsroom.search.figures(SearchRequest.of("act:warn")).total())
                .isZero();
    }

    @Test
    void ordersEventsByWhatTheyReport() {
        newsroom.add(
                article("early").on("2026-01-01").text("They met.").event(EventType.MEETING, "met", "2026-05-01"),
                article("late").on("2026-02-01").text("They met.").event(EventType.MEETING, "met", "2025"),
                article("odd").on("2026-02-02").text("They met.").event(EventType.MEETING, "met", "2026-13"));

        Hits<EventHit> hits = newsroom.search.events(SearchRequest.of("").sorted(SearchRequest.Sort.DATE));

        assertThat(hits.hits()).extracting(hit -> hit.article().id().value()).containsExactly("early", "odd", "late");
    }

    @Test
    void anArticleThatOnlyAStatementMatchesShowsThatStatement() {
        newsroom.add(HEARING);

        ArticleHit hit = newsroom.search
                .articles(SearchRequest.of("stance:against"))
                .hits()
                .getFirst();

        assertThat(hit.passage().text()).isEqualTo("Tom Arlo called the sales a gift to rivals.");
    }

    @Test
    void anArticleThatNothingInTheTextMatchesShowsItsBeginning() {
        newsroom.add(HEARING);

        ArticleHit hit = newsroom.search
                .articles(SearchRequest.of("source:north-daily"))
                .hits()
                .getFirst();

        assertThat(hit.passage().text()).startsWith("The hearing lasted an hour.");
        assertThat(hit.passage().marks()).isEmpty();
    }

    @Test
    void sortsByDateNewestFirstAndByIdAmongEquals() {
        newsroom.add(
                article("b").on("2026-01-02").text("chips"),
                article("a").on("2026-01-02").text("chips chips"),
                article("c").on("2026-01-03").text("chips"));

        SearchRequest request = SearchRequest.of("chips").sorted(SearchRequest.Sort.DATE);

        assertThat(newsroom.search.articles(request).hits())
                .extracting(hit -> hit.article().id().value())
                .containsExactly("c", "a", "b");
        assertThat(newsroom.search.articles(request).hits())
                .allSatisfy(hit -> assertThat(hit.score()).isPositive());
    }

    @Test
    void aClaimedDateInTheFarFutureDoesNotComeFirst() {
        newsroom.add(
                article("future").on("2036-01-01").text("chips"),
                article("now").on("2026-06-02").text("chips"));

        assertThat(newsroom.search
                        .articles(SearchRequest.of("chips").sorted(SearchRequest.Sort.DATE))
                        .hits())
                .extracting(hit -> hit.article().id().value())
                .containsExactly("now", "future");
        assertThat(newsroom.ids("date:2036")).isEmpty();
    }

    @Test
    void ranksATitleAndAnExactFormHigher() {
        newsroom.add(
                article("body").title("News").text("exports of chips and other things that were made"),
                article("title").title("Exports").text("other things and chips that were made and sold"),
                article("form").title("News").text("exporting of chips and other things that were made"));

        assertThat(newsroom.ids("exports")).containsExactly("title", "body", "form");
    }

    @Test
    void ranksWordsThatStandTogetherHigherAndMarksThemSingly() {
        newsroom.add(
                article("apart").text("Controls were lax. They spoke at length of many things. There was one export."),
                article("together")
                        .text("They spoke at length of many things and of export controls. Rules were lax."));

        assertThat(newsroom.ids("export control")).containsExactly("together", "apart");
        assertThat(marked(newsroom.search
                        .articles(SearchRequest.of("export control"))
                        .hits()
                        .getFirst()
                        .passage()))
                .containsExactly("export", "controls");
    }

    @Test
    void showsTheStatementThatTheQueryDescribesBeforeOtherPassages() {
        newsroom.add(article("debate")
                .text(
                        "Chips, chips and chips. Voss warned of tariffs. Then Voss said that chips are cheap. Arlo warned of chips.")
                .says("Voss", "mira-voss", Act.WARN, "tariffs")
                .says("Voss", "mira-voss", Act.ASSERT, "chips are cheap")
                .says("Arlo", "tom-arlo", Act.WARN, "warned of chips"));

        assertThat(passage("chips said-by:mira-voss")).endsWith("chips are cheap.");
        assertThat(passage("chips act:warn")).startsWith("Arlo warned of chips.");
        assertThat(passage("chips")).startsWith("Chips, chips and chips.");
    }

    private String passage(String query) {
        return newsroom.search
                .articles(SearchRequest.of(query))
                .hits()
                .getFirst()
                .passage()
                .text();
    }

    @Test
    void ofEquallyGoodAnswersTheYoungerComesFirstButAgeDecidesLittle() {
        newsroom.add(
                article("old").text("Chips are sold.").on("2024-01-05"),
                article("young").text("Chips are sold.").on("2026-03-05"),
                article("better").title("Chips").text("Chips, and chips again.").on("2023-01-05"));

        assertThat(newsroom.ids("chips")).containsExactly("better", "young", "old");
    }

    @Test
    void pagesThroughAnswersWithoutLossOrRepetition() {
        for (int i = 0; i < 25; i++) {
            newsroom.index.add(article("id-" + i).text("chips").tagged());
        }
        newsroom.index.refresh();

        List<String> first = page(0);
        List<String> second = page(10);
        List<String> third = page(20);

        assertThat(newsroom.search.articles(SearchRequest.of("chips")).total()).isEqualTo(25);
        assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(10, 10, 5);
        assertThat(Stream.of(first, second, third).flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void countsFacetsOfTheMatchingArticlesInTheQueriesOwnWords() {
        newsroom.add(HEARING, MEETING);

        List<Facet> facets =
                newsroom.search.articles(SearchRequest.of("").withFacets()).facets();

        assertThat(values(facets, "source")).containsExactly("north-daily", "south-wire");
        assertThat(values(facets, "site")).containsExactly("north.example.org", "south.example.com");
        assertThat(values(facets, "stance")).containsExactly("against:chip-sales", "for:chip-sales");
        for (Facet facet : facets) {
            for (Facet.Count count : facet.counts()) {
                assertThat(newsroom.ids(count.query())).as(count.query()).hasSize((int) count.count());
            }
        }
        assertThat(newsroom.search
                        .statements(SearchRequest.of("act:warn").withFacets())
                        .facets())
                .filteredOn(facet -> facet.field().equals("lang"))
                .containsExactly(new Facet("lang", List.of(new Facet.Count("fr", 1, false, "act:warn lang:fr"))));
        assertThat(newsroom.search.articles(SearchRequest.of("")).facets()).isEmpty();
    }

    @Test
    void listsSpeakersByTheNumberOfTheirArticles() {
        newsroom.add(
                HEARING,
                article("more").text("Tom Arlo objects.").says("Tom Arlo", "tom-arlo", Act.CRITICIZE, "objects"));

        assertThat(newsroom.search.speakers(2))
                .extracting(Facet.Count::value, Facet.Count::count)
                .containsExactly(tuple("tom-arlo", 2L), tuple("mira-voss", 1L));
    }

    @Test
    void givesAnArticleBackAsItWasAdded() {
        TaggedArticle hearing = HEARING.tagged();
        newsroom.add(HEARING);

        assertThat(newsroom.search.article(new ArticleId("hearing"))).contains(hearing);
        assertThat(newsroom.search.article(new ArticleId("unknown"))).isEmpty();
    }

    @Test
    void refusesAQueryThatTakesTooLong() {
        newsroom.add(HEARING);
        LuceneSearch impatient =
                new LuceneSearch(newsroom.index.readers(), SearchTestIndex.NOON, SavedQueries.NONE, Duration.ZERO);

        assertThatThrownBy(() -> impatient.articles(SearchRequest.of("chip* OR hear*")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("narrow");
    }

    private List<String> page(int offset) {
        return newsroom.search.articles(SearchRequest.of("chips").page(offset, 10)).hits().stream()
                .map(hit -> hit.article().id().value())
                .toList();
    }

    private List<String> said(String query) {
        return newsroom.search.statements(SearchRequest.of(query)).hits().stream()
                .map(hit -> String.valueOf(
                        hit.statement().speaker() == null
                                ? null
                                : hit.statement().speaker().actor()))
                .toList();
    }

    private static List<String> values(List<Facet> facets, String field) {
        return facets.stream()
                .filter(facet -> facet.field().equals(field))
                .flatMap(facet -> facet.counts().stream())
                .map(Facet.Count::value)
                .toList();
    }
}
