package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source.Reading;

/** What a person says in {@code sources.yaml} of the pages of a source goes before what is found without. */
class SourceReadingTest {
    private static final String PAGE = """
            <html><head><title>Site</title></head><body><h1>Wrong headline of the site</h1><div class="head">Right headline</div>
            <span class="who">Ada Lindqvist</span><span class="who">Bo Ek</span><i class="when">2026-03-03 10:00</i>
            <div class="story"><p>First.</p>Second <b>goes</b> on.<p class="ad">Buy!</p><ul><li>Third.</li></ul></div></body></html>""";

    private final ArticleExtractor extractor = new ArticleExtractor();

    @Test
    void takesTheChosenParts() {
        Reading reading = new Reading(ZoneId.of("America/New_York"), ".head", ".story", ".who", ".when", ".ad");

        ExtractedArticle article = extractor.extract(page(), reading);

        assertThat(article.title()).isEqualTo("Right headline");
        assertThat(article.authors()).containsExactly("Ada Lindqvist", "Bo Ek");
        assertThat(article.published()).hasToString("2026-03-03T10:00-05:00");
        assertThat(article.text()).isEqualTo("First.\nSecond goes on.\nThird.");
    }

    @Test
    void aSelectorThatFindsNothingChangesNothing() {
        Reading reading = new Reading(null, ".none", ".none", ".none", ".none", null);

        assertThat(extractor.extract(page(), reading)).isEqualTo(extractor.extract(page()));
    }

    @Test
    void saysWhichSelectorIsNone() {
        Reading reading = new Reading(null, "h1[", null, null, null, null);

        assertThatThrownBy(() -> extractor.extract(page(), reading))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("\"h1[\" under \"select\" in sources.yaml is no CSS selector");
        Reading removing = new Reading(null, null, null, null, null, "div[");
        assertThatThrownBy(() -> extractor.extract(page(), removing))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("\"div[\" under \"select\" in sources.yaml is no CSS selector");
    }

    @Test
    void aTimeWithoutAZoneIsInThatOfTheSource() {
        DateReader without = new DateReader(null);
        DateReader with = new DateReader(null, ZoneId.of("Asia/Shanghai"));

        assertThat(without.read("2026-03-03T10:00:00").orElseThrow()).hasToString("2026-03-03");
        assertThat(with.read("2026-03-03T10:00:00").orElseThrow()).hasToString("2026-03-03T10:00+08:00");
        assertThat(with.read("2026-03-03T10:00:00Z").orElseThrow()).hasToString("2026-03-03T10:00Z");
    }

    private static Page page() {
        URI at = URI.create("https://news.example/a");
        return new Page(
                at, at, 200, Map.of(), PAGE.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-03-04T00:00:00Z"));
    }
}
