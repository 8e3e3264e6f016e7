package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.StateStore;

class SourceRoundTest {
    private static final Source.About ABOUT =
            new Source.About(new SourceId("news"), "News", Duration.ofHours(1), Source.Rights.TEXT, null);
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    Path folder;

    private final ServedPages pages = new ServedPages();
    private StateStore state;
    private Archive archive;

    @BeforeEach
    void open() {
        state = StateStore.open(folder.resolve("state.db"));
        archive = Archive.open(folder.resolve("archive"), state.captures(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        archive.close();
        state.close();
    }

    @Test
    void takesAnEntryWithoutALinkByTheFeedsOwnWords() {
        pages.put(
                "https://news.example/feed",
                "<rss><channel><item><title>Brief</title>"
                        + "<description>The rule was &lt;b&gt;published&lt;/b&gt;.</description></item></channel></rss>");
        Source feed = new Source.FeedSource(ABOUT, URI.create("https://news.example/feed"));

        RoundReport first = round(feed);
        RoundReport second = round(feed);

        assertThat(first.captured()).isEqualTo(1);
        assertThat(second.captured()).isZero();
        assertThat(captures()).singleElement().satisfies(capture -> {
            assertThat(capture.hints().title()).isEqualTo("Brief");
            assertThat(archive.read(capture).body()).asString().isEqualTo("The rule was published.");
        });
    }

    @Test
    void takesThePagesOfTheSitemapsThatAnIndexNames() {
        pages.put("https://news.example/index.xml", index("1", "2026-03-02", "2", "2026-03-03"));
        pages.put("https://news.example/1.xml", list("https://news.example/old"));
        pages.put("https://news.example/2.xml", list("https://news.example/new"));
        pages.put("https://news.example/old", "<p>Old.</p>").put("https://news.example/new", "<p>New.</p>");
        Source sitemap = new Source.SitemapSource(ABOUT, URI.create("https://news.example/index.xml"));

        RoundReport report = round(sitemap);

        assertThat(report.listing()).isEqualTo("2 links, 2 new in 2 sitemaps");
        assertThat(captures()).extracting(capture -> capture.uri().getPath()).containsExactlyInAnyOrder("/new", "/old");
    }

    @Test
    void asksOnlyForSitemapsThatMayHaveChanged() {
        pages.put("https://news.example/index.xml", index("1", "2026-01-01", "2", "2026-03-03"));
        pages.put("https://news.example/1.xml", list("https://news.example/old"));
        pages.put("https://news.example/2.xml", list("https://news.example/new"));
        Source sitemap = new Source.SitemapSource(ABOUT, URI.create("https://news.example/index.xml"));

        round(sitemap);
        pages.asked.clear();
        round(sitemap);

        assertThat(pages.asked)
                .extracting(request -> request.uri().getPath())
                .contains("/index.xml", "/2.xml")
                .doesNotContain("/1.xml");
    }

    @Test
    void leavesASitemapIndexThatLeadsToItselfUnderEverNewAddresses() {
        pages.putAll("https://news.example/sitemap.xml", uri -> """
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</sitemapindex>""".formatted(
                        "<sitemap><loc>https://news.example/sitemap.xml?%d</loc></sitemap>".repeat(20))
                .formatted(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));

        RoundReport report = round(new Source.SitemapSource(ABOUT, URI.create("https://news.example/sitemap.xml")));

        assertThat(report.listing()).contains("0 links").contains("left out");
        assertThat(pages.asked).hasSizeLessThanOrEqualTo(10);
    }

    private static String index(String... namesAndDays) {
        StringBuilder xml = new StringBuilder("<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
        for (int i = 0; i < namesAndDays.length; i += 2) {
            xml.append("<sitemap><loc>https://news.example/")
                    .append(namesAndDays[i])
                    .append(".xml</loc><lastmod>");
            xml.append(namesAndDays[i + 1]).append("</lastmod></sitemap>");
        }
        return xml.append("</sitemapindex>").toString();
    }

    private static String list(String page) {
        return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + page
                + "</loc></url></urlset>";
    }

    private RoundReport round(Source source) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new SourceRound(
                        source, pages, new LinkExtractor(), archive, state, clock, IntakeListener.NONE, () -> false)
                .run();
    }

    private List<Capture> captures() {
        return state.captures().after(0, 100);
    }
}
