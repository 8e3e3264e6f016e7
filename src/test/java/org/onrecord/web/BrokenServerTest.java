package org.onrecord.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.ReadOnly;

/** What callers see of a server whose index or disk fails under it. */
class BrokenServerTest {
    @Test
    void aListThatBreaksOffDoesNotLookWhole() {
        try (WebServer server = serving(Newsstand.parts(failingAfter(1)));
                Reader reader = Reader.of(server)) {
            assertThatThrownBy(() -> reader.get("/search.csv")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aListThatCannotBeginIsAProblemAndNoFile() {
        try (WebServer server = serving(Newsstand.parts(failingAfter(0)));
                Reader reader = Reader.of(server)) {
            HttpResponse<String> answer = reader.get("/search.csv");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }

    @Test
    void whileNothingCanBeWrittenChangesAreRefusedWithTheReasonAndReadingGoesOn() {
        WebParts parts = Newsstand.parts();
        WebParts full = new WebParts(
                parts.search(),
                parts.registry(),
                parts.tagger(),
                parts.savedSearches(),
                parts.sources(),
                parts.history(),
                parts.corrections(),
                parts.keep(),
                parts.catchUp(),
                parts.health(),
                () -> Optional.of(new ReadOnly(Newsstand.NOW, "the disk is full")),
                parts.access(),
                parts.webhooks(),
                parts.subscriptions(),
                parts.operations(),
                parts.clock());
        try (WebServer server = serving(full);
                Reader reader = Reader.of(server)) {
            HttpResponse<String> answer =
                    reader.post("/api/v1/searches", "application/json", "{\"name\": \"a\", \"query\": \"chips\"}");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
            assertThat(Json.MAPPER.readTree(answer.body()).get("detail").asString())
                    .isEqualTo("nothing can be changed now: the disk is full");
            assertThat(reader.post("/api/v1/tag", "text/plain", "It rains.").statusCode())
                    .isEqualTo(200);
            assertThat(reader.get("/?q=chips").statusCode()).isEqualTo(200);
        }
    }

    private static WebServer serving(WebParts parts) {
        return WebServer.start(WebSettings.defaults().withPort(0), parts);
    }

    /** A search that gives so many long pages of articles and then fails. */
    private static ArticleSearch failingAfter(int pages) {
        ArticleSearch whole = Newsstand.search(Newsstand.articles());
        ArticleHit hit = whole.articles(SearchRequest.of("")).hits().getFirst();
        int[] given = {0};
        return (ArticleSearch) Proxy.newProxyInstance(
                BrokenServerTest.class.getClassLoader(),
                new Class<?>[] {ArticleSearch.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("articles")) {
                        if (given[0]++ >= pages) {
                            throw new IllegalStateException("the index is gone");
                        }
                        return new Hits<>(Collections.nCopies(500, hit), 1_000, List.of(), null, "next", null);
                    }
                    return invoke(whole, method, arguments);
                });
    }

    private static @Nullable Object invoke(ArticleSearch search, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(search, arguments);
        } catch (InvocationTargetException e) {
            throw requireNonNull(e.getCause());
        }
    }
}
