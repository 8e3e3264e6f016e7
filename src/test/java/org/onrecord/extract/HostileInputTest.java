package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
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

    @ParameterizedTest
    @ValueSource(ints = {4_000, 90_000})
    void junkBesideVeryManyEntriesIsReadInTime(int junk) {
        byte[] feed = ("<rss>" + "<a/>".repeat(junk) + "<item/>".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        long start = processorTime();
        answer("feeds/junk", feed);

        assertThat(processorTime() - start).isLessThan(SOON.toNanos());
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

    @Test
    void readsFromEachHostileFeedWhatIsInIt() throws IOException {
        Path manifest = SharedMaterial.file("hostile/manifest.jsonl");

        for (JsonNode row : Predictions.lines(manifest)) {
            String file = row.path("file").asString();
            if (file.matches("feeds/(?!sitemap).*(xml|json)")) {
                byte[] bytes = Files.readAllBytes(manifest.resolveSibling(file));
                try {
                    judge(file, bytes, row.path("want"));
                    assertThat(row.path("expect").asString()).as(file).isNotEqualTo("reject");
                } catch (ExtractException refusal) {
                    assertThat(row.path("expect").asString()).as(file).isNotEqualTo("parse");
                }
            }
        }
    }

    private static void judge(String file, byte[] bytes, JsonNode want) {
        URI at = URI.create("https://news.example/feed");
        List<FeedEntry> entries = new FeedReader().read(bytes, null, at).entries();
        Source.About about = new Source.About(new SourceId("x"), "X", Duration.ofHours(1), Source.Rights.TEXT, null);
        Page page = new Page(at, at, 200, Map.of(), bytes, Instant.parse("2026-03-04T00:00:00Z"));
        List<Link> links = new LinkExtractor().links(page, new Source.FeedSource(about, at));

        assertThat(entries.size()).as(file).isEqualTo(want.path("items").asInt(entries.size()));
        assertThat(entries.size())
                .as(file)
                .isLessThanOrEqualTo(want.path("items_at_most").asInt(entries.size()));
        assertThat(links.size()).as(file).isEqualTo(want.path("stored").asInt(links.size()));
        for (int i = 0; i < want.path("titles").size(); i++) {
            String title = Prose.line(want.path("titles").path(i).asString());
            assertThat(entries.get(i).title()).as(file).isEqualTo(title);
        }
        for (int i = 0; i < want.path("links").size(); i++) {
            String link = want.path("links").path(i).asString();
            assertThat(entries.get(i).link()).as(file).hasToString(link);
        }
        assertThat(entries)
                .as(file)
                .allSatisfy(entry -> assertThat(entry.title()).doesNotMatch("(?s).*\\p{Cc}.*"));
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
