package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.json.Json;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.state.CorrectionRows;
import org.onrecord.state.StateStore;
import tools.jackson.databind.JsonNode;

/** Corrections by form and by API, over an index that follows them. */
class CorrectionPageTest {
    private static final TaggedArticle ARTICLE = InventedArticle.article("a")
            .title("Moss meets Corvane")
            .text("Senator Dale Okerlund met Corvane. He said the licences were a gift. Aides called it large.")
            .says("He", "corvane", Act.ASSERT, "the licences were a gift")
            .tagged();

    private StateStore state;
    private LuceneIndex index;
    private LuceneSearch search;
    private WebServer server;
    private Reader reader;

    @BeforeEach
    void open(@TempDir Path folder) {
        state = StateStore.open(folder.resolve("state.db"));
        index = LuceneIndex.open(folder.resolve("index"));
        index.add(ARTICLE);
        index.commit(1);
        index.refresh();
        search = new LuceneSearch(index.readers(), Newsstand.CLOCK, SavedQueries.NONE, Duration.ofSeconds(30));
        WebParts parts = Newsstand.parts(search);
        CorrectionRows rows = state.corrections();
        Corrections corrections = new Corrections(rows, parts.registry(), Newsstand.CLOCK);
        server = WebServer.start(
                WebSettings.defaults().withPort(0), parts.with(corrections, text -> ArticleId.of(text.uri()), () -> {
                    index.add(corrections.apply(ARTICLE));
                    index.commit(1);
                    index.refresh();
                    rows.shown(rows.due());
                }));
        reader = Reader.of(server);
    }

    @AfterEach
    void close() {
        reader.close();
        server.close();
        search.close();
        index.close();
        state.close();
    }

    @Test
    void aPersonCorrectsAStatementAndTakesItBack() {
        String href = reader.page("/article/a").select("a:contains(Correct it)").attr("href");
        HttpResponse<String> answer = reader.get(href);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#speaker").val()).isEqualTo("corvane");
        assertThat(form.select("#act option[selected]").text()).isEqualTo("assert");

        HttpResponse<String> saved = post(
                answer,
                "/correct/a",
                "place=" + form.select("[name=place]").val() + "&source=He&speaker=dale-okerlund&act=criticize"
                        + "&stance=" + encoded("ai-chip-exports:against") + "&note=" + encoded("he is the senator"));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).contains("/article/a#s43-67");
        Document article = reader.page("/article/a");
        assertThat(article.select(".found .speaker").text()).isEqualTo("Dale Okerlund");
        assertThat(article.select(".found .badge").text()).isEqualTo("corrected by hand");
        assertThat(reader.page("/?show=statements&q=said-by:dale-okerlund+act:criticize")
                        .select(".result"))
                .hasSize(1);

        HttpResponse<String> list = reader.get("/corrections");
        assertThat(Jsoup.parse(list.body()).select(".result").text())
                .contains("said by Dale Okerlund, act: criticize, against", "he is the senator");
        assertThat(post(list, "/corrections/undo", "number=1").statusCode()).isEqualTo(303);
        assertThat(reader.page("/article/a").select(".found .speaker").text()).isEqualTo("Corvane");
        assertThat(reader.page("/corrections").select(".result .about").text()).contains("taken back");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        HttpResponse<String> form = reader.get("/correct/a");

        HttpResponse<String> refused =
                post(form, "/correct/a", "words=" + encoded("Aides called it huge") + "&act=warn&speaker=corvane");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select(".wrong").text()).contains("does not have these words");
        assertThat(page.select("#words").val()).isEqualTo("Aides called it huge");
        assertThat(page.select("#speaker").val()).isEqualTo("corvane");
        assertThat(reader.post(
                                "/correct/a",
                                "application/x-www-form-urlencoded",
                                "words=" + encoded("Aides called it large") + "&act=warn")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void programsDoItOverTheApi() {
        HttpResponse<String> made = reader.post(
                "/api/v1/corrections",
                "application/json",
                "{\"article\": \"a\", \"words\": \"a gift\", \"statement\": false}");
        assertThat(made.statusCode()).isEqualTo(201);
        JsonNode correction = Json.MAPPER.readTree(made.body());
        assertThat(correction.get("words").asString()).isEqualTo("the licences were a gift");
        assertThat(reader.get("/api/v1/statements?q=gift").body()).contains("\"total\":0");

        assertThat(reader.delete("/api/v1/corrections/1").statusCode()).isEqualTo(204);
        assertThat(reader.delete("/api/v1/corrections/1").statusCode()).isEqualTo(404);
        assertThat(reader.get("/api/v1/statements?q=gift").body()).contains("\"total\":1");
        assertThat(reader.post(
                                "/api/v1/corrections",
                                "application/json",
                                "{\"article\": \"a\", \"words\": \"a gift\", \"act\": \"shout\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post(HttpResponse<String> form, String path, String fields) {
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String token = Jsoup.parse(form.body()).select("input[name=token]").attr("value");
        return reader.post(
                path, "application/x-www-form-urlencoded", fields + "&token=" + encoded(token), "Cookie", cookie);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
