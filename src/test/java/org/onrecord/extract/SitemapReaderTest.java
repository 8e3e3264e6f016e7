package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Published;
import tools.jackson.databind.JsonNode;

class SitemapReaderTest {
    private static final URI PLACE = URI.create("https://news.example/sitemap.xml");

    private final SitemapReader reader = new SitemapReader();

    @Test
    void readsPagesWithTheTitlesAndDatesOfANewsSitemap() {
        Sitemap sitemap = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"
                  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc>https://news.example/a?b=1&amp;c=2</loc><lastmod>2026-03-05T10:00:00+01:00</lastmod>
                  <image:image><image:loc>https://news.example/a.jpg</image:loc></image:image></url>
                <url><loc>https://other.example/b</loc><news:news>
                  <news:publication><news:name>News</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2026-03-03</news:publication_date><news:title>Rule &amp; order</news:title>
                </news:news></url>
                <url><loc>https://news.example/a?b=1&amp;c=2</loc></url>
                </urlset>""");

        assertThat(sitemap.format()).isEqualTo("sitemap");
        assertThat(sitemap.pages())
                .extracting(page -> page.link().uri().toString())
                .containsExactly("https://news.example/a?b=1&c=2", "https://other.example/b");
        assertThat(sitemap.pages().getFirst().changedAt()).isEqualTo("2026-03-05T09:00:00Z");
        Link news = sitemap.pages().getLast().link();
        assertThat(news.title()).isEqualTo("Rule & order");
        assertThat(news.published()).isEqualTo(Published.on(java.time.LocalDate.of(2026, 3, 3)));
    }

    @Test
    void readsAnIndex() {
        Sitemap sitemap = read("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://news.example/1.xml.gz</loc><lastmod>2026-03-01T00:00:00Z</lastmod></sitemap>
                <sitemap><loc>https://news.example/2.xml.gz</loc></sitemap></sitemapindex>""");

        assertThat(sitemap.format()).isEqualTo("sitemap index");
        assertThat(sitemap.parts())
                .containsExactly(
                        new Sitemap.Part(
                                URI.create("https://news.example/1.xml.gz"), Instant.parse("2026-03-01T00:00:00Z")),
                        new Sitemap.Part(URI.create("https://news.example/2.xml.gz"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>Not found</body></html>", "404 not found", "<rss><channel>", "{}"})
    void saysThatThereIsNoSitemap(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("no sitemap at https://news.example/sitemap.xml");
    }

    @Test
    void refusesDocumentTypesSoThatNothingIsLoadedOrExpanded() {
        String bomb = "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"" + "y".repeat(1000)
                + "\">]><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://a.example/&x;"
                + "&y;".repeat(10_000) + "</loc></url></urlset>";

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(ExtractException.class);
    }

    /** Pages of a list, sitemaps of an index: how many, which first, and what kind. */
    @Test
    void readsTheSavedSitemaps() throws IOException {
        Path manifest = SharedMaterial.file("sitemaps/manifest.jsonl");

        List<String> wrong = new ArrayList<>();
        for (JsonNode line : Predictions.lines(manifest)) {
            String file = line.path("file").asString();
            JsonNode expect = line.path("expect");
            Sitemap read = reader.read(Files.readAllBytes(manifest.resolveSibling(file)), PLACE);
            String kind = expect.path("kind").asString();
            List<String> places = read.parts().isEmpty()
                    ? read.pages().stream()
                            .map(page -> page.link().uri().toString())
                            .toList()
                    : read.parts().stream().map(part -> part.uri().toString()).toList();
            String first = expect.path("first_loc").asString("");
            boolean right = places.size() == expect.path("entries").asInt()
                    && (first.isEmpty() || first.equals(places.getFirst()))
                    && read.format().equals(format(kind))
                    && read.pages().stream()
                                    .filter(page -> !page.link().title().isEmpty())
                                    .count()
                            >= expect.path("news").asInt(0);
            if (!right) {
                wrong.add(file + " " + read);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static String format(String kind) {
        return switch (kind) {
            case "urlset" -> "sitemap";
            case "index" -> "sitemap index";
            default -> kind;
        };
    }

    private Sitemap read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8), PLACE);
    }
}
