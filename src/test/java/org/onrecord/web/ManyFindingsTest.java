package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.onrecord.article.EventType;
import org.onrecord.article.Measure;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.InventedArticle;

/** Pages over more findings than they show at once, and over odd ones. */
class ManyFindingsTest {
    @Test
    void theLastPageOfComparedFiguresSaysHowManyItShows() {
        List<TaggedArticle> articles =
                List.of(twentyFive("first").tagged(), twentyFive("second").tagged());

        Document last = page(articles, "/figures?page=2");

        assertThat(last.select(".quantity")).hasSize(5);
        assertThat(last.select(".summary").text())
                .isEqualTo("21 to 25 of 25 quantities that several articles give, among 50 figures");
    }

    @Test
    void reportsOfAnOldEventAreFoundBehindHundredsOfNewerOnes() {
        List<TaggedArticle> articles = new ArrayList<>();
        articles.add(ban("told", "2024-03-01", "2024-02-28"));
        articles.add(ban("told-too", "2024-03-02", "2024-02-28"));
        for (int i = 0; i < 350; i++) {
            String day = LocalDate.of(2025, 1, 1).plusDays(i).toString();
            articles.add(ban("newer-" + i, day, day));
        }

        Document event = page(articles, "/event/told/12-15");

        assertThat(event.select(".reports .result a.main").eachAttr("href"))
                .containsExactly("/article/told-too#e12-15");
    }

    @Test
    void anEventOnADayThatNoCalendarHasSpoilsNoPage() {
        List<TaggedArticle> articles = List.of(ban("odd", "2025-03-01", "2025-02-29"));

        assertThat(page(articles, "/events").text()).contains("2025-02-29");
        assertThat(page(articles, "/article/odd").select(".found").text()).contains("2025-02-29");
    }

    private static InventedArticle twentyFive(String id) {
        StringBuilder text = new StringBuilder();
        IntStream.range(10, 35).forEach(i -> text.append("Maker ").append(i).append(" made " + i + "00 units. "));
        InventedArticle article = article(id).text(text.toString());
        for (int i = 10; i < 35; i++) {
            article.figure(i + "00 units", "Maker " + i, Measure.PRODUCTION, i + "00", "units");
        }
        return article;
    }

    private static TaggedArticle ban(String id, String published, String date) {
        return article(id)
                .text("There was a ban on chips.")
                .on(published)
                .event(EventType.BAN, "ban", date, "quillon")
                .tagged();
    }

    private static Document page(List<TaggedArticle> articles, String path) {
        WebSettings settings = WebSettings.defaults().withPort(0);
        try (WebServer server = WebServer.start(settings, Newsstand.parts(Newsstand.search(articles)));
                Reader reader = Reader.of(server)) {
            return reader.page(path);
        }
    }
}
