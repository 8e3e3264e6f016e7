package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever comes, the extractors answer or refuse, soon. Processor time is measured, since test machines are busy. */
class HostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<p><b><i>",
                "<table><tr><td>",
                "<ul><li>",
                "<a href=x>",
                "<span class=ad>x",
                "<p class=ad>word. ",
                "<!--"
            })
    void aMillionElementsThatNobodyClosesAreReadInTime(String opening) {
        byte[] page = ("<title>Deep page</title>" + opening.repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        long start = processorTime();
        ExtractedArticle article = new ArticleExtractor().extract(page, "text/html", null);

        assertThat(article.title()).isEqualTo("Deep page");
        assertThat(processorTime() - start).isLessThan(SOON.toNanos());
    }

    @Test
    void aHundredThousandEntriesAreReadInTime() {
        String item =
                "<item><title>Story</title><link>https://news.example/n</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>";
        byte[] feed = ("<rss><channel>" + item.repeat(100_000) + "</channel></rss>").getBytes(StandardCharsets.UTF_8);

        long start = processorTime();
        Feed read = new FeedReader().read(feed, null, null);

        assertThat(read.entries()).hasSize(100_000);
        assertThat(processorTime() - start).isLessThan(SOON.multipliedBy(4).toNanos());
    }

    @Test
    void deepLinkedDataIsNoHeadline() {
        String page = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                + "[".repeat(100_000) + "</script><title>Title of it</title><p>Text.</p>";

        ExtractedArticle article =
                new ArticleExtractor().extract(page.getBytes(StandardCharsets.UTF_8), "text/html", null);

        assertThat(article.title()).isEqualTo("Title of it");
    }

    @Test
    void answersOrRefusesEveryHostileFile() throws IOException {
        Path manifest = SharedMaterial.file("hostile/manifest.jsonl");

        for (JsonNode row : Predictions.lines(manifest)) {
            String file = row.path("file").asString();
            if (file.matches("(?:charset|html|feeds|xss)/.*|archive/.*gz")) {
                byte[] bytes = Files.readAllBytes(manifest.resolveSibling(file));

                long start = processorTime();
                String answer = answer(file, bytes);

                assertThat(processorTime() - start).as(file).isLessThan(SOON.toNanos());
                row.path("must_not_contain")
                        .forEach(secret -> assertThat(answer).as(file).doesNotContain(secret.asString()));
            }
        }
    }

    private static String answer(String file, byte[] bytes) {
        URI at = URI.create("https://news.example/x");
        try {
            return file.startsWith("feeds/")
                    ? new FeedReader().read(bytes, null, at).toString()
                    : new ArticleExtractor().extract(bytes, null, at).toString();
        } catch (ExtractException refusal) {
            assertThat(refusal.getMessage()).as(file).isNotBlank();
            return String.valueOf(refusal.getMessage());
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
