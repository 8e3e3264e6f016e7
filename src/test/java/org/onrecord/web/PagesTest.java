package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleSearch;
import tools.jackson.databind.JsonNode;

class PagesTest {
    private static WebServer server;
    private static Reader reader;

    @BeforeAll
    static void open() {
        server = Newsstand.open();
        reader = Reader.of(server);
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void anArticleShowsItsTextWithEveryStatementLinkedToItsPlace() {
        Document page = reader.page("/article/01-kestrel-licences-wire");

        assertThat(page.select("h1").text()).isEqualTo("US clears first Kestrel shipments to China as senators object");
        assertThat(page.select(".text p")).hasSizeGreaterThan(8);
        assertThat(page.select(".found .result blockquote a.main")).hasSize(21);
        for (Element link : page.select(".found a.main")) {
            assertThat(page.select("mark" + link.attr("href")))
                    .as(link.attr("href"))
                    .hasSize(1);
        }
        assertThat(page.select(".text a.name.person").getFirst().attr("href")).isEqualTo("/actor/marisol-tennant");
    }

    @Test
    void anArticleThatMayNotBeShownIsHeadlineLinkAndShortQuotations() {
        Document page = reader.page("/article/22-think-tank-study");

        assertThat(page.select("h1").text()).startsWith("Study: controls slowed China");
        assertThat(page.select("a.out").attr("href")).startsWith("https://lakeside-review.example/");
        assertThat(page.select(".text")).isEmpty();
        assertThat(page.select(".notice").text()).contains("headline, a link and short quotations only");
        assertThat(page.select(".found blockquote"))
                .isNotEmpty()
                .allSatisfy(quotation -> assertThat(quotation.text()).hasSizeLessThan(340));
        assertThat(page.select(".found li[id^=s]")).hasSameSizeAs(page.select(".found blockquote"));
    }

    @Test
    void anArticleThatDoesNotExistIsNotFound() {
        assertThat(reader.get("/article/none").statusCode()).isEqualTo(404);
        assertThat(reader.get("/article/a%20b").statusCode()).isEqualTo(404);
    }

    @Test
    void anActorHasALedgerWithSinceAndEvidenceNewestFirst() {
        Document page = reader.page("/actor/dale-okerlund");

        assertThat(page.select(".ledger h2").text()).isEqualTo("▼ against AI chip exports");
        assertThat(page.select(".ledger > .about").text())
                .isEqualTo("since 17 Feb 2026 · strong 2 statements in 1 article · 17 Feb 2026 · 100 % sure · 1 on the"
                        + " other side");
        assertThat(page.select(".ledger details time").eachText())
                .containsExactly("17 Feb 2026", "17 Feb 2026", "5 Mar 2024");
        assertThat(page.select(".ledger blockquote a").getLast().attr("href"))
                .isEqualTo("/article/change-of-mind#s55-80");
    }

    @Test
    void theStancesOfAnActorAreDrawnOverTime() {
        Document page = reader.page("/actor/dale-okerlund");

        assertThat(page.select(".stances circle.for")).hasSize(1);
        assertThat(page.select(".stances circle.against")).hasSize(2);
        assertThat(page.select(".stances svg").attr("aria-label"))
                .isEqualTo("Over time: 1 for, 2 against, from 5 Mar 2024 to 17 Feb 2026");
        assertThat(page.select(".stances a").getFirst().attr("href")).isEqualTo("/article/change-of-mind#s55-80");
    }

    @Test
    void anActorWhoIsOnlyMetInTextsHasAPageToo() {
        assertThat(reader.page("/actor/horace-blunt").select("h1").text()).isEqualTo("Horace Blunt");
        assertThat(reader.get("/actor/nobody-at-all").statusCode()).isEqualTo(404);
        assertThat(reader.get("/actor/NOT_AN_ID").statusCode()).isEqualTo(404);
    }

    @Test
    void actorsAreListedByHowOftenTheySpeakAndFoundByAPartOfTheName() {
        assertThat(reader.page("/actors").select(".cards .main").getFirst().text())
                .isEqualTo("Corvane Devices");
        assertThat(reader.page("/actors?name=OKER").select(".cards .main").eachText())
                .containsExactly("Dale Okerlund");
    }

    @Test
    void aChangeOfSideIsShownWithBothPassagesSideBySide() {
        Document page = reader.page("/issue/ai-chip-exports");

        Element change = page.select(".change").getFirst();
        assertThat(change.select(".who .speaker").text()).isEqualTo("Dale Okerlund");
        assertThat(change.select(".who .stance").eachText()).containsExactly("▲ for", "▼ against");
        assertThat(change.select(".pair time").eachText()).containsExactly("5 Mar 2024", "17 Feb 2026");
        assertThat(change.select(".pair blockquote a").getFirst().attr("href"))
                .isEqualTo("/article/change-of-mind#s55-80");
        assertThat(change.select(".pair .source").eachText()).containsExactly("The Daily Trumpet", "Northwire");
    }

    @Test
    void anIssueShowsWhoStoodOnWhichSideWhenWithEachCellAtItsEvidence() {
        Document page = reader.page("/issue/ai-chip-exports");

        Element okerlund =
                page.select("tbody.against tr:contains(Dale Okerlund)").getFirst();
        assertThat(okerlund.select(".cell a").eachText()).containsExactly("▲1", "▼2");
        assertThat(okerlund.select(".cell a").getFirst().attr("href")).isEqualTo("/article/change-of-mind#s55-80");
        assertThat(okerlund.select(".cell a").getLast().attr("href"))
                .startsWith("/?show=statements&sort=date&q=said-by%3Adale-okerlund+issue%3Aai-chip-exports+date");
        assertThat(page.select("tbody.for .main").eachText()).contains("Marisol Tennant");
        assertThat(reader.get("/issue/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anIssueShowsWhoStoodWhereAtTheEndOfAPastDay() {
        Document page = reader.page("/issue/ai-chip-exports?on=2025-01-01");

        assertThat(page.select(".tally").text()).isEqualTo("on 1 Jan 2025 ▲ for 1 ▼ against 0 ◆ unclear 0");
        assertThat(page.select(".matrix .main").eachText()).containsExactly("Dale Okerlund");
        assertThat(page.select(".change")).isEmpty();
        assertThat(page.select("a[rel=next]").attr("href")).matches("/issue/ai-chip-exports\\?on=202[56]-.*");
        assertThat(page.select(".stances line.now")).hasSize(1);
        assertThat(reader.page("/issue/ai-chip-exports?on=2020-01-01")
                        .select(".nothing")
                        .text())
                .isEqualTo("Nobody is on record on 1 Jan 2020 with a side on this.");
        assertThat(reader.get("/issue/ai-chip-exports?on=yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDayThatNobodyCanMeanIsRefused() {
        for (String day : new String[] {"%2B999999999-12-31", "-0001-01-01", "%2B10000-01-01", "9999-12-31"}) {
            for (String page : new String[] {"/actor/dale-okerlund", "/issue/ai-chip-exports"}) {
                HttpResponse<String> answer = reader.get(page + "?on=" + day);
                assertThat(answer.statusCode()).as(page + day).isEqualTo(400);
                assertThat(answer.body()).as(page + day).contains("<html").contains("on is a day like 2026-01-31");
            }
        }
        assertThat(reader.get("/actor/dale-okerlund?on=9998-12-31").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageWhoseAnswerTakesTooLongSaysSoInWords() {
        ArticleSearch impatient = Newsstand.search(Newsstand.articles(), Duration.ZERO);
        WebSettings settings = WebSettings.defaults().withPort(0);
        try (WebServer slow = WebServer.start(settings, Newsstand.parts(impatient));
                Reader visitor = Reader.of(slow)) {
            HttpResponse<String> answer = visitor.get("/actor/dale-okerlund");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(answer.body()).contains("takes too long");
            assertThat(visitor.get("/api/v1/actors/dale-okerlund").body()).startsWith("{");
        }
    }

    @Test
    void anActorShowsWhoItIsAndHowOftenItDidWhat() {
        Document page = reader.page("/actor/dale-okerlund");

        assertThat(page.select(".head .about").getFirst().text()).isEqualTo("senator");
        assertThat(page.select(".facets li a").eachText()).contains("support 1");
        assertThat(reader.page("/actor/dale-okerlund?on=2025-01-01")
                        .select(".ledger h2")
                        .text())
                .isEqualTo("▲ for AI chip exports");
    }

    @Test
    void issuesAreListedWithTheNumberOfActorsOnEachSide() {
        assertThat(reader.page("/issues")
                        .select(".issue .stance.for")
                        .getFirst()
                        .text())
                .matches("▲ \\d+ for");
    }

    @Test
    void eventsAndFiguresLeadToTheirPlaceInTheArticle() {
        Document events = reader.page("/events?q=Kestrel");
        Document figures = reader.page("/figures?q=Kestrel&show=list");

        assertThat(events.select(".badge").eachText()).contains("licence granted");
        assertThat(events.select("a.main[href=/article/01-kestrel-licences-wire#e95-101]"))
                .hasSize(1);
        assertThat(figures.select("a.main[href=/article/01-kestrel-licences-wire#f325-331]"))
                .hasSize(1);
        assertThat(figures.select("td.number").eachText()).contains("14,000 units");
    }

    @Test
    void anEventHasAPageWithWhatItsParticipantsSaidBeforeAndAfter() {
        Document page = reader.page("/event/01-kestrel-licences-wire/95-101");

        assertThat(page.select("h1").text()).isEqualTo("licence granted");
        assertThat(page.select(".head .who a").eachText()).isNotEmpty();
        assertThat(page.select(".reports a").getFirst().attr("href"))
                .isEqualTo("/article/01-kestrel-licences-wire#e95-101");
        assertThat(page.select(".sides section .about a").getFirst().attr("href"))
                .contains("said-by")
                .contains("before");
        assertThat(reader.get("/event/01-kestrel-licences-wire/1-2").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/event/01-kestrel-licences-wire/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aFindingSaysWhyItIsThere() {
        Document page = reader.page("/article/change-of-mind");

        assertThat(page.select(".why dt").eachText()).contains("Speaker", "Cue", "Act", "Side", "Place");
        assertThat(page.select(".why dd").eachText())
                .contains("“he”, taken for Dale Okerlund", "“said”", "support", "characters 55 to 80");
    }

    @Test
    void aPageIsJsonUnderItsAddressWithASuffixTheSameAsTheApiGives() {
        for (String path : List.of(
                "/?q=Kestrel",
                "/?q=Kestrel&show=statements",
                "/events?q=Kestrel",
                "/figures?q=Kestrel",
                "/article/change-of-mind",
                "/actor/dale-okerlund?on=2025-01-01",
                "/issue/ai-chip-exports?on=2025-01-01")) {
            Element link = reader.page(path)
                    .select("link[rel=alternate][type=application/json]")
                    .getFirst();
            assertThat(reader.get(link.attr("href")).headers().firstValue("Content-Type"))
                    .as(path)
                    .contains("application/json");
            assertThat(reader.json(link.attr("href"))).as(path).isNotEmpty();
        }
        assertThat(reader.json("/actor/dale-okerlund.json?on=2025-01-01"))
                .isEqualTo(reader.json("/api/v1/actors/dale-okerlund?on=2025-01-01"));
        assertThat(reader.get("/actor/nobody-at-all.json").statusCode()).isEqualTo(404);
        assertThat(reader.get("/search.json?q=%22a").statusCode()).isEqualTo(400);
    }

    @Test
    void whoIsOnRecordIssuesAndStoriesAreListsForProgramsToo() {
        assertThat(reader.json("/actors.json?name=okerl").get("actors"))
                .singleElement()
                .satisfies(actor -> {
                    assertThat(actor.get("id").asString()).isEqualTo("dale-okerlund");
                    assertThat(actor.get("articles").asInt()).isPositive();
                });
        assertThat(reader.json("/issues.json").get("issues").get(0).get("for").asInt())
                .isPositive();
        int stories = reader.json("/stories.json?q=Kestrel").get("total").asInt();
        assertThat(reader.page("/?q=Kestrel&show=stories").select(".summary").text())
                .contains(stories + " stories");
        assertThat(reader.get("/stories?q=Kestrel").headers().firstValue("Location"))
                .contains("/?show=stories&q=Kestrel");
    }

    @Test
    void aListIsATableAndLinesToTheLastAnswer() {
        int statements = reader.json("/statements.json?q=Kestrel").get("total").asInt();
        HttpResponse<String> csv = reader.get("/statements.csv?q=Kestrel");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"onrecord-statements.csv\"");
        assertThat(csv.body()).startsWith("article,url,title,published,speaker");
        assertThat(csv.body().split("\r\n", -1)).hasSize(statements + 2);
        assertThat(reader.get("/statements.jsonl?q=Kestrel").body().lines().map(Json.MAPPER::readTree))
                .hasSize(statements);
        assertThat(reader.page("/?q=Kestrel&show=statements")
                        .select("link[rel=alternate]")
                        .eachAttr("href"))
                .contains("/statements.csv?q=Kestrel", "/statements.jsonl?q=Kestrel");
        assertThat(reader.get("/search.csv?q=%22a").statusCode()).isEqualTo(400);
    }

    @Test
    void everyListIsATableAndLinesAndSaysSo() {
        Map<String, String> lists = Map.of(
                "/actors", "id,name,kind,role",
                "/issues", "id,name,proposition,for,against,unclear",
                "/searches", "id,name,query,created",
                "/sources", "id,name,kind,full_text",
                "/corrections", "id,article,words",
                "/tokens", "number,name,scopes",
                "/webhooks", "number,name,url,query");
        lists.forEach((path, columns) -> {
            String name = path.substring(1);
            HttpResponse<String> csv = reader.get(path + ".csv");
            int rows = reader.json(path + ".json").get(name).size();

            assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
            assertThat(csv.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"onrecord-" + name + ".csv\"");
            assertThat(csv.body()).startsWith(columns);
            assertThat(csv.body().split("\r\n", -1)).as(path).hasSize(rows + 2);
            assertThat(reader.get(path + ".jsonl").body().lines().map(Json.MAPPER::readTree))
                    .hasSize(rows);
            assertThat(reader.page(path).select("link[rel=alternate]").eachAttr("href"))
                    .contains(path + ".json", path + ".csv", path + ".jsonl");
        });
        assertThat(reader.get("/actors.csv?name=okerl").body())
                .contains("\"dale-okerlund\",\"Dale Okerlund\",\"person\"");
        assertThat(reader.page("/actors?name=okerl")
                        .select("link[rel=alternate]")
                        .eachAttr("href"))
                .contains("/actors.csv?name=okerl");
        assertThat(reader.get("/issues.csv").body()).contains("\"ai-chip-exports\",\"AI chip exports\"");
    }

    @Test
    void storiesAreATableAndLinesEachOnce() {
        int stories = reader.json("/stories.json?q=Kestrel").get("total").asInt();
        List<JsonNode> lines = reader.get("/stories.jsonl?q=Kestrel")
                .body()
                .lines()
                .map(Json.MAPPER::readTree)
                .toList();

        assertThat(lines).hasSize(stories);
        assertThat(lines).extracting(line -> line.get("story").asString()).doesNotHaveDuplicates();
        assertThat(reader.get("/stories.csv?q=Kestrel").body())
                .startsWith("story,articles,sources,copies,first.id")
                .contains(lines.getFirst().get("first").get("title").asString());
        assertThat(reader.page("/?q=Kestrel&show=stories")
                        .select("link[rel=alternate]")
                        .eachAttr("href"))
                .contains("/stories.csv?q=Kestrel", "/stories.jsonl?q=Kestrel");
    }

    @Test
    void aWrongQueryIsExplainedOnEveryPageWithABox() {
        assertThat(reader.page("/events?q=%22a").select(".wrong a").attr("href"))
                .isEqualTo("/events?q=%22a%22");
        assertThat(reader.page("/figures?q=%22a").select(".wrong a").attr("href"))
                .isEqualTo("/figures?q=%22a%22");
    }

    @Test
    void everySourceShowsHowItIsAndWhenItIsAskedNext() {
        Document page = reader.page("/sources");

        assertThat(page.select("[aria-label=Sources] .state").eachText())
                .containsExactly("good", "failed 5 times in a row", "not asked yet", "off: its robots.txt forbids us");
        assertThat(page.select("tbody tr").getFirst().select("time").eachText())
                .containsExactly("12 min ago", "12 min ago", "in 18 min");
        assertThat(page.select("tbody tr").getFirst().select("time").getLast().attr("datetime"))
                .isEqualTo("2026-11-24T09:48:00Z");
    }

    @Test
    void everyJobShowsHowItIsAndCanBeStartedUnlessItIsADigest() {
        Document page = reader.page("/sources");

        assertThat(page.select("[aria-label=Jobs] .state").eachText())
                .containsExactly("runs since 1 min ago", "failed", "has not run yet");
        assertThat(page.select("[aria-label=Jobs] button").eachText()).containsExactly("Start now", "Start now");
        assertThat(reader.post("/jobs/run", "application/x-www-form-urlencoded", "kind=care&name=webhooks")
                        .statusCode())
                .isEqualTo(403);
    }
}
