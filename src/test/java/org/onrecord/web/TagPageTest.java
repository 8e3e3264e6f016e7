package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.NewText;
import org.onrecord.article.Published;

class TagPageTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT = "text=" + URLEncoder.encode("\"It rains,\" said Ada Pell.", UTF_8);

    private static WebServer server;
    private static Reader reader;
    private static String cookie;
    private static String token;

    @BeforeAll
    static void open() {
        server = Newsstand.open();
        reader = Reader.of(server);
        HttpResponse<String> form = reader.get("/tag");
        cookie = form.headers().firstValue("Set-Cookie").orElseThrow();
        token = "&token=" + Jsoup.parse(form.body()).select("input[name=token]").attr("value");
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void showsMarksAndStatementsOfATextAtOnce() {
        HttpResponse<String> answer = reader.post("/tag", FORM, TEXT + token, "Cookie", pair());
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select(".text mark.said").text()).isEqualTo("\"It rains,\"");
        assertThat(page.select(".found .speaker").text()).isEqualTo("Ada Pell");
        assertThat(page.select("#text").text()).isEqualTo("\"It rains,\" said Ada Pell.");
    }

    @Test
    void theWordsOfAnActorAreAStatementOfTheirs() {
        HttpResponse<String> answer =
                reader.post("/tag", FORM, "text=It+rains.&actor=dale+okerlund" + token, "Cookie", pair());
        HttpResponse<String> unknown =
                reader.post("/tag", FORM, "text=It+rains.&actor=dale+okerlun" + token, "Cookie", pair());

        assertThat(Jsoup.parse(answer.body()).select(".text").text()).isEqualTo("Dale Okerlund: \u201cIt rains.\u201d");
        assertThat(Jsoup.parse(answer.body()).select("#actor").val()).isEqualTo("dale okerlund");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(unknown.body()).select(".wrong").text()).contains("no actor is called dale okerlun");
    }

    @Test
    void whatIsKeptHasAPageOfItsOwn() {
        List<NewText> kept = new ArrayList<>();
        WebParts parts = Newsstand.parts();
        try (WebServer keeping = WebServer.start(
                        WebSettings.defaults().withPort(0),
                        parts.with(
                                parts.corrections(),
                                text -> {
                                    kept.add(text);
                                    return new ArticleId("kept");
                                },
                                () -> {}));
                Reader person = Reader.of(keeping)) {
            HttpResponse<String> form = person.get("/tag");
            String fields = TEXT + "&title=Rain&published=2026-03-01&token="
                    + Jsoup.parse(form.body()).select("input[name=token]").attr("value");
            String own = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

            assertThat(person.post("/tag", FORM, fields, "Cookie", own).statusCode())
                    .isEqualTo(200);
            assertThat(kept).isEmpty();
            HttpResponse<String> answer = person.post("/tag/keep", FORM, fields, "Cookie", own);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/article/kept");
            assertThat(kept).singleElement().satisfies(text -> {
                assertThat(text.title()).isEqualTo("Rain");
                assertThat(text.published()).isEqualTo(Published.on(LocalDate.of(2026, 3, 1)));
                assertThat(text.text()).isEqualTo("\"It rains,\" said Ada Pell.");
            });
        }
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() {
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
    }

    @Test
    void refusesAFormFromAnotherSiteEvenWithATokenAndCookie() {
        assertThat(reader.post("/tag", FORM, TEXT + token, "Cookie", pair(), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/tag", FORM, TEXT + token, "Cookie", pair(), "Origin", "null")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/tag", FORM, TEXT + token, "Cookie", pair(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/tag", FORM, TEXT + token, "Cookie", pair(), "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesAFormWithoutTokenOrCookieOrWithTheTokenOfAnotherCookie() {
        String other = "onrecord-form=" + "0".repeat(32);

        assertThat(reader.post("/tag", FORM, TEXT, "Cookie", pair()).statusCode())
                .isEqualTo(403);
        assertThat(reader.post("/tag", FORM, TEXT + token).statusCode()).isEqualTo(403);
        assertThat(reader.post("/tag", FORM, TEXT + token, "Cookie", other).statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithAnEmptyTextOrADayThatIsNone() {
        HttpResponse<String> empty = reader.post("/tag", FORM, "text=+" + token, "Cookie", pair());
        HttpResponse<String> day = reader.post("/tag", FORM, TEXT + "&published=yesterday" + token, "Cookie", pair());

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.body()).select(".wrong").text()).contains("there is no text to tag");
        assertThat(day.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(day.body()).select(".wrong").text()).contains("2026-01-31, not yesterday");
    }

    @Test
    void refusesATextThatIsTooLargeWhetherItsLengthIsAnnouncedOrNot() {
        byte[] large = new byte[2_097_153];
        Arrays.fill(large, (byte) 'x');

        HttpResponse<String> announced =
                reader.send(HttpRequest.newBuilder(server.uri().resolve("/tag"))
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofByteArray(large)));
        HttpResponse<String> unannounced =
                reader.send(HttpRequest.newBuilder(server.uri().resolve("/tag"))
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(unannounced.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesOtherKindsOfContent() {
        assertThat(reader.post("/tag", "text/plain", TEXT + token, "Cookie", pair())
                        .statusCode())
                .isEqualTo(415);
    }

    private static String pair() {
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
