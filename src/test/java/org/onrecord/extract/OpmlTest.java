package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {
    @Test
    void readsFeedsAtAnyDepthAndLoadsNothing() {
        List<Opml.Outline> outlines = read("""
                <!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="2.0"><body><outline text="Press">
                <outline text="News &amp; views" xmlUrl="https://news.example/rss?a=1&amp;b=2"/>
                <outline text="&x;" title="Other" xmlurl=" javascript:alert(1) "/></outline></body></opml>""");

        assertThat(outlines)
                .containsExactly(
                        new Opml.Outline("News & views", "https://news.example/rss?a=1&b=2"),
                        new Opml.Outline("Other", "javascript:alert(1)"));
    }

    @Test
    void readsWhatItWrote() {
        List<Opml.Outline> outlines = List.of(
                new Opml.Outline("\"><script>alert(1)</script> & more", "https://news.example/rss?a=1&b=2"),
                new Opml.Outline("Zweiter", "https://news.example/rss2"));

        String written = Opml.write("Mine", outlines);

        assertThat(written)
                .startsWith("<?xml")
                .contains("<opml version=\"2.0\">")
                .doesNotContain("<script>");
        assertThat(read(written))
                .extracting(Opml.Outline::address)
                .containsExactly("https://news.example/rss?a=1&b=2", "https://news.example/rss2");
    }

    @Test
    void readsOutlinesThatNobodyCloses() {
        assertThat(read("<opml><body>" + "<outline text='t' xmlUrl='https://news.example/'>".repeat(20_000)))
                .hasSize(20_000);
    }

    @Test
    void saysThatItIsNoOpml() {
        assertThatThrownBy(() -> read("<html><body>Log in</body></html>"))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("no OPML");
    }

    private static List<Opml.Outline> read(String text) {
        return Opml.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
