package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;

class LinkExtractorTest {
    private static final URI PLACE = URI.create("https://trade.example/news/");
    private static final Source.About ABOUT =
            new Source.About(new SourceId("trade"), "Trade", Duration.ofHours(1), Source.Rights.TEXT, null);

    private final LinkExtractor extractor = new LinkExtractor();

    @Test
    void readsEachLinkOfAFeedOnce() {
        Page page = page(
                "<rss><channel><item><title>One</title><link>1#top</link></item><item><title>Again</title><link>1?utm_source=feed</link></item>"
                        + "<item></item><item><title>Mail</title><link>mailto:a@b.example</link></item></channel></rss>");

        List<Link> links = extractor.links(page, new FeedSource(ABOUT, PLACE));

        assertThat(links).containsExactly(new Link(URI.create("https://trade.example/news/1"), "One", null, ""));
    }

    @Test
    void anEntryWithoutALinkIsAnArticleItselfAndKeepsItsName() {
        Page page = page("<rss><channel><item><title>Brief</title></item><item><title>Brief</title></item>"
                + "<item><title>Other</title><description>Text.</description></item></channel></rss>");

        List<Link> links = extractor.links(page, new FeedSource(ABOUT, PLACE));

        assertThat(links).extracting(Link::title).containsExactly("Brief", "Other");
        assertThat(links).extracting(link -> link.uri().getScheme()).containsOnly(Link.WITHOUT_PAGE);
        assertThat(extractor.links(page, new FeedSource(ABOUT, PLACE))).isEqualTo(links);
    }

    @Test
    void readsAListingByItsSelectors() {
        Page page = page("""
                <ul><li class="item"><h3><a href="/press/11">Eleven entities added</a></h3><span class="d">May 14, 2026</span></li>
                <li class="item"><h3><a href="/press/10">Office hours</a></h3><time datetime="2026-05-02T09:00:00Z">long ago</time></li>
                <li class="item"><h3>No link here</h3></li></ul>""");

        List<Link> links = extractor.links(page, new ListingSource(ABOUT, PLACE, "li.item", "h3", ".d, time"));

        assertThat(links)
                .extracting(Link::uri)
                .extracting(URI::toString)
                .containsExactly("https://trade.example/press/11", "https://trade.example/press/10");
        assertThat(links).extracting(Link::title).containsExactly("Eleven entities added", "Office hours");
        assertThat(links)
                .extracting(link -> String.valueOf(link.published()))
                .containsExactly("2026-05-14", "2026-05-02T09:00Z");
    }

    @Test
    void takesNoMoreThanFiveHundredLinksFromAListing() {
        StringBuilder trap = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            trap.append("<a href='/day/").append(i).append("'>day</a>");
        }

        assertThat(extractor.links(page(trap.toString()), new ListingSource(ABOUT, PLACE, "a", null, null)))
                .hasSize(500);
    }

    @Test
    void saysWhichSelectorOfWhichSourceIsWrong() {
        assertThatThrownBy(() -> extractor.links(page("<p>"), new ListingSource(ABOUT, PLACE, "li[", null, null)))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("source trade")
                .hasMessageContaining("li[");
    }

    @Test
    void saysThatAFeedSourceSentAPage() {
        assertThatThrownBy(() -> extractor.links(page("<html><body>Moved</body></html>"), new FeedSource(ABOUT, PLACE)))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("an HTML page");
    }

    @Test
    void theFilesOfAFolderAreNoLists() {
        assertThatThrownBy(() -> extractor.links(page("<p>"), new FolderSource(ABOUT, Path.of("texts"), "**.txt")))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("texts");
    }

    private static Page page(String body) {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        return new Page(PLACE, PLACE, 200, Map.of(), body.getBytes(StandardCharsets.UTF_8), now);
    }
}
