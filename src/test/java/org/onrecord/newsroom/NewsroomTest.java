package org.onrecord.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onrecord.newsroom.NewsroomArticle.Quirk;

/** How the server behaves, seen from outside. */
class NewsroomTest {
    private final Newsroom newsroom = Newsroom.start(0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        newsroom.close();
    }

    @Test
    void servesAnArticleOnLoopback() throws Exception {
        HttpResponse<String> answer = get("/wire/h20-licence-charge.html");

        assertThat(newsroom.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<h1>Nvidia sees $5.5 billion charge");
    }

    @Test
    void answers404WhereThereIsNoPage() throws Exception {
        assertThat(get("/wire/never-written.html").statusCode()).isEqualTo(404);
    }

    @Test
    void answers405ToAPost() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(newsroom.uri())
                .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                .build();

        HttpResponse<String> answer = client.send(post, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(newsroom.uri().resolve("/daily-ledger/feed.xml"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = client.send(head, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(get("/daily-ledger/feed.xml").body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void answers304ToTheEntityTagOfAFeed() throws Exception {
        String tag = header(get("/daily-ledger/feed.xml"), "ETag");

        HttpResponse<String> answer = get("/daily-ledger/feed.xml", "If-None-Match", tag);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
    }

    @Test
    void answers304ToTheDateOfAFeed() throws Exception {
        String date = header(get("/wire/atom.xml"), "Last-Modified");

        assertThat(get("/wire/atom.xml", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
        assertThat(get("/wire/atom.xml", "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answers200ToAnotherEntityTagWhateverTheDate() throws Exception {
        String date = header(get("/wire/atom.xml"), "Last-Modified");

        HttpResponse<String> answer = get("/wire/atom.xml", "If-None-Match", "\"another\"", "If-Modified-Since", date);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void ignoresADateThatIsNone() throws Exception {
        assertThat(get("/wire/atom.xml", "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
    }

    @Test
    void failsTheFirstTimeAndNeverAgain() throws Exception {
        NewsroomArticle shy = only(Quirk.FAILS_FIRST);

        assertThat(get(shy.path()).statusCode()).isEqualTo(500);
        assertThat(get(shy.path()).statusCode()).isEqualTo(200);
        assertThat(get(shy.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void redirectsFromTheAnnouncedAddressToTheArticle() throws Exception {
        NewsroomArticle moved = only(Quirk.MOVED);

        HttpResponse<String> answer = get(moved.announcedPath());

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "Location")).isEqualTo(newsroom.uriOf(moved).toString());
        assertThat(get(moved.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void forbidsTheFolderOfTheForbiddenArticleAndNoOther() throws Exception {
        String robots = get("/robots.txt").body();

        assertThat(robots.lines().filter(line -> line.startsWith("Disallow:")))
                .containsExactly("Disallow: /chip-herald/subscribers/");
        assertThat(newsroom.articles())
                .filteredOn(article -> article.path().startsWith("/chip-herald/subscribers/"))
                .containsExactly(only(Quirk.FORBIDDEN));
        assertThat(robots).contains("Sitemap: " + newsroom.uri() + "sitemap.xml");
    }

    @Test
    void remembersWhatItWasAskedForInOrder() throws Exception {
        get("/robots.txt");
        get("/wire/atom.xml");
        get("/robots.txt");

        assertThat(newsroom.askedPaths()).containsExactly("/robots.txt", "/wire/atom.xml", "/robots.txt");
    }

    @Test
    void runsBesideAnotherNewsroomOnItsOwnPort() throws Exception {
        try (Newsroom other = Newsroom.start(0)) {
            assertThat(other.uri()).isNotEqualTo(newsroom.uri());
            assertThat(other.sourcesYaml()).contains(other.uri() + "wire/atom.xml");
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        int taken = newsroom.uri().getPort();

        assertThatThrownBy(() -> Newsroom.start(taken))
                .isInstanceOf(NewsroomException.class)
                .hasMessageContaining("127.0.0.1:" + taken)
                .hasMessageContaining("choose another port");
    }

    @Test
    void isGoneOnceClosed() {
        newsroom.close();

        assertThatThrownBy(() -> get("/")).isInstanceOf(IOException.class);
    }

    private NewsroomArticle only(Quirk quirk) {
        assertThat(newsroom.articles())
                .filteredOn(article -> article.quirk() == quirk)
                .hasSize(1);
        return newsroom.articles().stream()
                .filter(article -> article.quirk() == quirk)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        URI uri = newsroom.uri().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
