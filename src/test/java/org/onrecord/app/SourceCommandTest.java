package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.config.Problems;
import org.onrecord.extract.CssSelectors;
import org.onrecord.source.Source;
import org.onrecord.source.SourceCatalog;

class SourceCommandTest {
    @TempDir
    private Path folder;

    private PageServer server;
    private Home home;
    private Cli cli;

    @BeforeEach
    void serve() throws IOException {
        server = new PageServer();
        server.put(
                "/",
                "text/html",
                "<html><head><link rel=alternate type='application/rss+xml' href='/news.rss'></head><body>Home</body></html>");
        server.put(
                "/news.rss", "application/rss+xml", """
                <rss version="2.0"><channel><title>Trade News</title>
                <item><title>One</title><link>%s</link></item><item><title>Two</title><link>%s</link></item>
                </channel></rss>""".formatted(server.uri("/one.html"), server.uri("/gone.html")));
        server.put("/one.html", "text/html", """
                <html><head><title>The rule</title><meta name="author" content="Ada Lindqvist">
                <meta property="article:published_time" content="2026-03-03T10:00:00Z"></head><body><article><h1>The rule</h1>
                <p>The bureau published a rule on advanced chips that takes effect next month, it said on Tuesday.</p>
                </article></body></html>""");
        home = SmallHome.at(folder, server.uri("/feed.xml"));
        cli = new Cli(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void findsTheFeedOfAPageShowsItsItemsAndWritesTheEntry() throws IOException {
        Cli.Result test = cli.run("source", "test", server.uri("/").toString());

        assertThat(test.exit()).isZero();
        assertThat(test.out())
                .contains("the page names a feed: " + server.uri("/news.rss"))
                .contains("this is a feed (rss-2.0): Trade News, 2 entries")
                .contains(
                        "title: The rule",
                        "published: 2026-03-03T10:00Z; by Ada Lindqvist",
                        "text: 95 characters (short")
                .contains("failed: status 404");
        String entry = test.out().substring(test.out().indexOf("  - id: trade-news"));
        SourceCatalog pasted = read("sources:\n" + entry);
        assertThat(pasted.all()).singleElement().isInstanceOf(Source.FeedSource.class);
    }

    @Test
    void takesASitemapAndAPageOfHeadlinesForWhatTheyAre() {
        server.put("/sitemap.xml", "application/xml", """
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>%s</loc></url></urlset>""".formatted(server.uri("/one.html")));
        server.put("/press", "text/html", """
                <title>News of the bureau</title>
                <a href="/press/a">The bureau publishes a rule on chips</a>
                <a href="/press/b">The bureau grants a licence for chips</a>
                <a href="/press/c">The bureau hears the makers of chips</a>""");

        Cli.Result sitemap =
                cli.run("source", "test", server.uri("/sitemap.xml").toString());
        Cli.Result press = cli.run("source", "test", server.uri("/press").toString());

        assertThat(sitemap.out())
                .contains(" over HTTP/1.1, ", "a sitemap of 1 pages", "title: The rule", "kind: sitemap", "first: 50");
        assertThat(press.out())
                .contains(
                        "looking for a feed at",
                        "id: news-of-the-bureau",
                        "kind: listing",
                        "links: \"a[href*=\\\"/press/\\\"]\"");
    }

    @Test
    void saysWhenAnAddressCannotBeASource() {
        server.put("/about", "text/html", "<p>About us.</p>");

        Cli.Result about = cli.run("source", "test", server.uri("/about").toString());
        Cli.Result gone = cli.run("source", "test", server.uri("/gone").toString());

        assertThat(about.exit()).isEqualTo(1);
        assertThat(about.out()).contains("neither a feed nor a sitemap");
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.out()).contains("failed: status 404");
    }

    @Test
    void importsTheFeedsOfAnOpmlFileOnceAndExportsThem() throws IOException {
        Path opml = Files.writeString(folder.resolve("feeds.opml"), """
                <opml version="2.0"><body>
                <outline type="rss" text="Good: &quot;news&quot; # 1" xmlUrl="https://news.example/rss?a[]=1"/>
                <outline type="rss" text="again" xmlUrl="https://NEWS.example:443/rss?a[]=1"/>
                <outline type="rss" text="file" xmlUrl="file:///etc/passwd"/>
                <outline type="rss" text="cloud" xmlUrl="http://169.254.169.254/latest"/>
                <outline type="rss" text="inside" xmlUrl="http://10.0.0.1/feed"/>
                </body></opml>""");

        Cli.Result first = cli.run("opml", "import", opml.toString());
        Cli.Result second = cli.run("opml", "import", opml.toString());
        Cli.Result export = cli.run("opml", "export");

        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .contains("added: good-news-1", "1 feeds added")
                .contains("left out: file", "left out: cloud");
        assertThat(second.out()).contains("there already", "0 feeds added");
        SourceCatalog catalog = read(Files.readString(home.config().resolve("sources.yaml")));
        assertThat(catalog.all())
                .extracting(source -> source.about().name())
                .containsExactly("Feed", "Good: \"news\" # 1");
        assertThat(export.out()).contains("xmlUrl=\"https://news.example/rss?a%5B%5D=1\"", "<opml version=\"2.0\">");
    }

    @Test
    void importsFromHostileOpmlOnlyWhatMayBeAsked() throws IOException {
        Path hostile = SharedMaterial.file("hostile/feeds/opml-hostile.opml");
        Files.writeString(home.config().resolve("onrecord.yaml"), "web:\n  port: 0\n");

        Cli.Result result = cli.run("opml", "import", hostile.toString());

        assertThat(result.out()).contains("2 feeds added");
        SourceCatalog catalog = read(Files.readString(home.config().resolve("sources.yaml")));
        assertThat(catalog.all())
                .extracting(source -> ((Source.FeedSource) source).uri().toString())
                .contains("https://news.example/rss", "https://news.example/rss2")
                .hasSize(3);
    }

    private SourceCatalog read(String yaml) throws IOException {
        Path config = Files.createDirectories(folder.resolve("check"));
        Files.writeString(config.resolve("sources.yaml"), yaml);
        Problems problems = new Problems();
        SourceCatalog catalog = SourceCatalog.read(config, folder, CssSelectors::checked, problems);
        assertThat(problems.list()).isEmpty();
        return catalog;
    }
}
