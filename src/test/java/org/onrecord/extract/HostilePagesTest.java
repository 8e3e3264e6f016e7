package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.SharedMaterial;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source.About;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.source.Source.Rights;
import tools.jackson.databind.JsonNode;

/** Each page of the hostile collection gives what its row of the manifest wants, the pages that browsers garble too. */
class HostilePagesTest {
    private static final URI AT = URI.create("https://news.example/story");

    @TestFactory
    List<DynamicTest> givesWhatTheManifestWants() throws IOException {
        Path manifest = SharedMaterial.file("hostile/manifest.jsonl");
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : Predictions.lines(manifest)) {
            String file = row.path("file").asString();
            if (file.matches("(?:html|charset)/.*")) {
                Path path = manifest.resolveSibling(file);
                tests.add(DynamicTest.dynamicTest(file, () -> check(row, Files.readAllBytes(path))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static void check(JsonNode row, byte[] bytes) {
        JsonNode want = row.path("want");
        String type = row.path("http_content_type").asString("text/html");
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (want.has("titles")) {
            checkFeed(want, bytes, type);
        } else if (want.has("queued_at_most")) {
            assertThat(links(bytes, type))
                    .hasSizeLessThanOrEqualTo(want.path("queued_at_most").asInt());
        } else {
            checkPage(want, new ArticleExtractor().extract(bytes, type, AT));
        }
        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        assertThat(took)
                .isLessThan(
                        Duration.ofSeconds(row.path("limits").path("seconds").asInt()));
    }

    private static void checkFeed(JsonNode want, byte[] bytes, String type) {
        List<String> titles = new FeedReader()
                .read(bytes, type, AT).entries().stream().map(FeedEntry::title).toList();
        assertThat(titles).isEqualTo(texts(want.path("titles")));
    }

    private static List<Link> links(byte[] bytes, String type) {
        Page page = new Page(
                AT, AT, 200, Map.of("Content-Type", List.of(type)), bytes, Instant.parse("2026-03-03T12:00:00Z"));
        About about = new About(new SourceId("trap"), "Trap", Duration.ofHours(1), Rights.TEXT, null);
        return new LinkExtractor().links(page, new ListingSource(about, AT, "a", null, null));
    }

    private static void checkPage(JsonNode want, ExtractedArticle article) {
        if (want.has("title")) {
            assertThat(article.title()).isEqualTo(want.path("title").asString());
        }
        if (want.has("title_any_of")) {
            assertThat(article.title()).isIn(texts(want.path("title_any_of")));
        }
        if (want.has("published")) {
            assertThat(article.published()).isNull();
        }
        texts(want.path("title_contains"))
                .forEach(text -> assertThat(article.title()).contains(text));
        texts(want.path("title_lacks"))
                .forEach(text -> assertThat(article.title()).doesNotContain(text));
        texts(want.path("text_contains"))
                .forEach(text -> assertThat(article.text()).contains(text));
        texts(want.path("text_lacks"))
                .forEach(text -> assertThat(article.text()).doesNotContain(text));
        assertThat(article.canonical()).hasToString(AT.toString());
        assertThat(article.title() + article.text())
                .matches(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "is valid Unicode");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }
}
