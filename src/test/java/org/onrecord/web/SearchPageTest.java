package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchPageTest {
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
    void listsTheNewestArticlesWhenNothingIsAsked() {
        Document page = reader.page("/");

        assertThat(page.select(".result h2").eachText()).hasSize(10);
        assertThat(page.select(".summary").text()).isEqualTo("10 articles");
        assertThat(page.select(".choice a[aria-current]").eachText()).containsExactly("Articles", "Newest first");
    }

    @Test
    void highlightsTheWordsThatMatchInThePassage() {
        Document page = reader.page("/?q=chips");

        Element first = page.select(".result").getFirst();
        assertThat(first.select("h2 a").attr("href")).isEqualTo("/article/34-beijing-procurement");
        assertThat(first.select(".about").text()).isEqualTo("Northwire · 12 Aug 2026 · original");
        assertThat(first.select(".passage mark").text()).isEqualTo("chips");
        assertThat(first.select("a.out").attr("rel")).isEqualTo("noopener noreferrer");
    }

    @Test
    void listsStatementsWithSpeakerActSideAndPlace() {
        Document page = reader.page("/?q=said-by:dale-okerlund+stance:for&show=statements");

        Element statement = page.select(".statement").getFirst();
        assertThat(page.select(".statement")).hasSize(1);
        assertThat(statement.select(".speaker").text()).isEqualTo("Dale Okerlund");
        assertThat(statement.select(".as-written").text()).isEqualTo("(“he”)");
        assertThat(statement.select(".verb").text()).isEqualTo("supports");
        assertThat(statement.select(".stance").text()).isEqualTo("▲ for AI chip exports");
        assertThat(statement.select("blockquote mark").text()).isEqualTo("\"Let them buy our chips,\"");
        assertThat(statement.select("blockquote a").attr("href")).isEqualTo("/article/change-of-mind#s55-80");
    }

    @Test
    void aFacetNarrowsTheQueryAndASecondClickWidensItAgain() {
        Element choice = reader.page("/?q=chips")
                .select(".facets a:contains(Lakeside Review)")
                .getFirst();
        assertThat(choice.attr("href")).isEqualTo("/?q=chips+source%3Alakeside-review");

        Document narrowed = reader.page(choice.attr("href"));
        Element chosen = narrowed.select(".facets a:contains(Lakeside Review)").getFirst();

        assertThat(narrowed.select(".result")).hasSize(1);
        assertThat(chosen.attr("aria-current")).isEqualTo("true");
        assertThat(chosen.attr("href")).isEqualTo("/?q=chips");
    }

    @Test
    void drawsTheArticlesOverTimeWithAWayToEachMonth() {
        Document page = reader.page("/?q=chips");

        assertThat(page.select(".days svg").attr("aria-label")).startsWith("From 1 Mar 2024 to 31 Aug 2026; most in");
        assertThat(page.select(".days a").getFirst().attr("href")).isEqualTo("/?q=chips+date%3A2024-03");
        assertThat(page.select(".days a")).hasSize(30);
    }

    @Test
    void keepsOrderAndKindWhileTurningPages() {
        Document first = reader.page("/?show=statements&sort=date");

        String next = first.select("a[rel=next]").attr("href");
        Document second = reader.page(next);

        assertThat(next).isEqualTo("/?show=statements&sort=date&page=2");
        assertThat(second.select(".summary").text()).startsWith("21 to 40 of ");
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/?show=statements&sort=date");
    }

    @Test
    void aWrongQueryIsAnsweredWithThePlaceTheReasonAndARepairedQuery() {
        HttpResponse<String> answer = reader.get("/?q=chips+%22export+controls");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(page.select(".wrong").text()).contains("At character 7: this quotation mark is never closed");
        assertThat(page.select(".wrong .bad").text()).isEqualTo("\"");
        assertThat(page.select(".wrong a").attr("href")).isEqualTo("/?q=chips+%22export+controls%22");
        assertThat(page.select("#q").attr("value")).isEqualTo("chips \"export controls");
    }

    @Test
    void saysSoWhenNothingAnswers() {
        assertThat(reader.page("/?q=zebra").select(".nothing").text()).startsWith("Nothing on record answers this.");
    }

    @Test
    void refusesAnAddressThatMakesNoSense() {
        assertThat(reader.get("/?page=0").statusCode()).isEqualTo(400);
        assertThat(reader.get("/?page=99999").statusCode()).isEqualTo(400);
        assertThat(reader.get("/?sort=size").statusCode()).isEqualTo(400);
    }

    @Test
    void everyBoxHasALabelAndEveryPageOneHeading() {
        Document page = reader.page("/");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=q]")).hasSize(1);
        assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Search");
    }
}
