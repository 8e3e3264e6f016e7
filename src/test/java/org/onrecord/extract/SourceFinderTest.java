package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.fetch.Page;

class SourceFinderTest {
    private final SourceFinder finder = new SourceFinder();

    @Test
    void findsTheFeedsThatAPageNamesThoseOfCommentsLast() {
        Page page = page("""
                <link rel="alternate" type="application/rss+xml" title="Comments feed" href="/comments/feed/">
                <link rel="alternate" type="application/rss+xml" href="/feed/">
                <link rel="alternate" type="text/html" hreflang="fr" href="/fr/">
                <link rel="alternate" type="application/json+oembed" href="/oembed">
                <a href="/topics/chips/rss.xml">RSS</a><a href="/about">About our feed</a>""");

        assertThat(finder.feeds(page))
                .containsExactly(
                        URI.create("https://news.example/feed/"),
                        URI.create("https://news.example/comments/feed/"),
                        URI.create("https://news.example/topics/chips/rss.xml"));
    }

    @Test
    void guessesWhichLinksAreHeadlines() {
        Page page = page("""
                <nav><a href="/about/">About</a><a href="/topics/chips/">Chips</a></nav>
                <a href="/news/2026/rule-on-chips">The bureau publishes a rule on advanced chips</a>
                <a href="/news/2026/licence">Chipmaker asks for a licence in the north</a>
                <a href="/news/2026/hearing">Senators hear the secretary on export controls</a>
                <a href="/events/one">A conference on semiconductors in the spring</a>
                <a href="https://other.example/news/2026/x">Something that another site has to say of it</a>""");

        assertThat(finder.headlines(page)).contains("a[href*=\"/news/2026/\"]");
        assertThat(finder.headlines(page("<a href='/news/1'>One headline that is long enough</a>")))
                .isEmpty();
    }

    private static Page page(String body) {
        URI at = URI.create("https://news.example/");
        return new Page(at, at, 200, Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }
}
