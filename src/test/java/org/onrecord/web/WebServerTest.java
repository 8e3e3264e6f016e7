package org.onrecord.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.tag.Tagger;

class WebServerTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=chips",
                "/article/01-kestrel-licences-wire",
                "/actors",
                "/actor/dale-okerlund",
                "/issues",
                "/issue/ai-chip-exports",
                "/events",
                "/figures",
                "/tag",
                "/sources",
                "/health",
                "/nowhere",
                "/api/v1/search",
                "/api/v1/nowhere",
                "/favicon.svg"
            })
    void everyAnswerForbidsForeignAndInlineScripts(String path) {
        HttpResponse<String> answer = reader.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                        + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void saysThatItIsWell() {
        assertThat(reader.get("/health").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(reader.page("/").select(".standstill")).isEmpty();
    }

    @Test
    void filesMayBeKeptForEverBecauseTheirNameChangesWithTheirContent() {
        String style = reader.page("/").selectXpath("//link[@rel='stylesheet']").attr("href");

        HttpResponse<String> answer = reader.get(style);

        assertThat(style).matches("/static/onrecord-[0-9a-f]{16}\\.css");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    }

    @Test
    void theIconIsNotSentAgainWhenItHasNotChanged() {
        String tag = reader.get("/favicon.svg").headers().firstValue("ETag").orElseThrow();

        assertThat(reader.get("/favicon.svg", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/../onrecord.css", "/static/onrecord.css", "/static/", "/static/%2e%2e/x"})
    void servesNoOtherFiles(String path) {
        assertThat(reader.get(path).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "OPTIONS", "PROPFIND"})
    void refusesMethodsThatNoPageHas(String method) {
        HttpResponse<String> answer = reader.send(
                HttpRequest.newBuilder(server.uri().resolve("/tag")).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sources", "/api/v1/search"})
    void refusesToTakeAFormWhereThereIsNone(String path) {
        assertThat(reader.post(path, "application/x-www-form-urlencoded", "a=b").statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPageThatDoesNotExistIsExplainedToPeopleAndToPrograms() {
        HttpResponse<String> page = reader.get("/nowhere");
        HttpResponse<String> problem = reader.get("/api/v1/nowhere");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Not found</h1>");
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(problem.body()).contains("\"status\":404");
    }

    @Test
    void aForeignNameThatPointsAtThisMachineIsRefused() throws IOException {
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example:7171\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(statusLine("GET /api/v1/search HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void theNamesOfThisMachineAreWelcome() throws IOException {
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: LOCALHOST:7171\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: [::1]:7171\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aMalformedAddressIsRefusedInAPlainLine() throws IOException {
        assertThat(statusLine("GET /%zz<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<script>");
    }

    @Test
    void aRequestUnderWayIsFinishedBeforeTheServerStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Tagger slow = new Tagger() {
            @Override
            public TaggedArticle tag(Article article) {
                begun.countDown();
                try {
                    TimeUnit.MILLISECONDS.sleep(700);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("not allowed to finish", e);
                }
                return new QuotingTagger().tag(article);
            }

            @Override
            public String version() {
                return "slow";
            }
        };
        WebParts parts = Newsstand.parts();
        WebServer closing = WebServer.start(
                WebSettings.defaults().withPort(0),
                new WebParts(
                        parts.search(),
                        parts.registry(),
                        slow,
                        parts.savedSearches(),
                        parts.sources(),
                        parts.history(),
                        parts.corrections(),
                        parts.keep(),
                        parts.catchUp(),
                        parts.health(),
                        parts.readOnly(),
                        parts.access(),
                        parts.webhooks(),
                        parts.subscriptions(),
                        parts.operations(),
                        parts.clock()));

        try (Reader other = Reader.of(closing)) {
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                    () -> other.post("/api/v1/tag", "application/json", "{\"text\":\"It rains.\"}"));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            closing.close();

            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() {
        WebSettings same = WebSettings.defaults().withPort(server.port());

        assertThatThrownBy(() -> WebServer.start(same, Newsstand.parts()))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("cannot listen at 127.0.0.1:" + server.port())
                .hasMessageContaining("Set web.port");
    }

    private static String statusLine(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
