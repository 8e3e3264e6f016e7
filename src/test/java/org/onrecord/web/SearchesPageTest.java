package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchesPageTest {
    private static WebServer server;
    private static Reader reader;
    private static String cookie;
    private static String token;

    @BeforeAll
    static void open() {
        server = Newsstand.open();
        reader = Reader.of(server);
        HttpResponse<String> form = reader.get("/searches");
        cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        token = Jsoup.parse(form.body()).select("input[name=token]").attr("value");
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void aNameThatIsTakenLosesItsQueryOnlyWhenAsked() {
        assertThat(save("Kestrels", "Kestrel", "").statusCode()).isEqualTo(303);

        HttpResponse<String> refused = save("kestrels", "chips", "");
        Document page = Jsoup.parse(refused.body());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page.select(".wrong").text()).startsWith("“Kestrels” is the name of another search");
        assertThat(page.select(".searches code").eachText()).contains("Kestrel");
        assertThat(page.select("#query").val()).isEqualTo("chips");
        assertThat(page.select("button[name=replace]")).hasSize(1);

        assertThat(save("Kestrels", "chips", "&replace=yes").statusCode()).isEqualTo(303);
        assertThat(reader.page("/searches").select(".searches .main").eachText())
                .contains("Kestrels")
                .doesNotContain("kestrels");
        assertThat(reader.page("/searches").select(".searches code").eachText()).contains("chips");
    }

    @Test
    void theFirstTenAreCountedAtOnceAndTheOthersWhenTheyAreLookedAt() {
        for (int i = 0; i < 12; i++) {
            save("Many " + (char) ('a' + i), "Kestrel", "");
        }

        Document page = reader.page("/searches");
        assertThat(page.select(".searches span.count")).hasSize(10);
        assertThat(page.select(".searches a.count")).hasSizeGreaterThan(1);
        String later = page.select(".searches a.count").getFirst().attr("hx-get");

        assertThat(reader.get(later).body().strip()).isEqualTo("<span class=\"count\">4 articles</span>");
        assertThat(page.select(".searches a.count").getFirst().attr("href")).startsWith("/?q=");
        assertThat(reader.get("/searches/count?name=none").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameAgainIsNoOffence() {
        save("Trumpets", "trumpet", "");

        assertThat(save("Trumpets", " trumpet ", "").statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> save(String name, String query, String more) {
        String form = "token=" + token + "&name=" + URLEncoder.encode(name, UTF_8) + "&query="
                + URLEncoder.encode(query, UTF_8) + more;
        return reader.post("/searches", "application/x-www-form-urlencoded", form, "Cookie", cookie);
    }
}
