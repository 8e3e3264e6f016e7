package org.onrecord.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.newsroom.NewsroomArticle.Matter;
import org.onrecord.newsroom.NewsroomArticle.Quirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is served: that pages, feeds and listings hold what the articles say. */
class EditionTest {
    private static final String ORIGIN = "http://127.0.0.1:8090";

    private final List<NewsroomArticle> articles = ArticleFile.bundled();
    private final Edition edition = new Edition(ORIGIN, articles);

    @Test
    void everyPageHoldsTitleAuthorAndEveryParagraph() {
        assertThat(articles).isNotEmpty().allSatisfy(article -> {
            Document page = page(article.path());

            assertThat(page.body().text()).contains(article.title());
            assertThat(page.html()).contains(article.author());
            List<String> written = page.select("p, h2").eachText();
            assertThat(written).containsAll(article.text().lines().toList());
        });
    }

    @Test
    void everyPageSaysWhetherItsStoryIsInvented() {
        assertThat(articles)
                .allSatisfy(article -> assertThat(page(article.path()).body().text())
                        .contains(
                                article.matter() == Matter.INVENTED
                                        ? "The people, companies and bodies in this story are invented."
                                        : "This story tells facts of the public record"));
    }

    @ParameterizedTest
    @EnumSource(Site.class)
    void everyTemplateIsParsedWithoutAnError(Site site) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        NewsroomArticle article = articles.stream()
                .filter(candidate -> candidate.site() == site)
                .findFirst()
                .orElseThrow();

        parser.parseInput(html(article.path()), ORIGIN + article.path());

        // The old page has no doctype, as old pages do; everything else must be right.
        assertThat(parser.getErrors())
                .filteredOn(error ->
                        site != Site.HARBOR_GAZETTE || !error.getErrorMessage().contains("[Initial]"))
                .isEmpty();
    }

    @Test
    void everyArticleIsAnnouncedByTheIndexOfItsSite() {
        Map<Site, Set<String>> announced =
                Arrays.stream(Site.values()).collect(Collectors.toMap(site -> site, site -> links(site.indexPath())));

        assertThat(articles)
                .allSatisfy(article ->
                        assertThat(announced.get(article.site())).contains(ORIGIN + article.announcedPath()));
    }

    @Test
    void theSourcesFileWatchesTheIndexOfEverySite() {
        JsonNode sources =
                YAMLMapper.builder().build().readTree(edition.sourcesYaml()).get("sources");

        Set<String> watched = new HashSet<>();
        sources.forEach(source -> watched.add(source.get("url").asString()));
        assertThat(watched)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Site.values())
                        .map(site -> ORIGIN + site.indexPath())
                        .toList());
    }

    @Test
    void theSelectorsOfTheSourcesFileFindEveryLinkTitleAndDate() {
        JsonNode sources =
                YAMLMapper.builder().build().readTree(edition.sourcesYaml()).get("sources");

        for (JsonNode source : sources) {
            if (source.get("kind").asString().equals("listing")) {
                Site site = Site.ofFolder(source.get("id").asString());
                List<NewsroomArticle> published = of(site);
                List<Element> found =
                        page(site.indexPath()).select(source.get("links").asString());

                assertThat(found).hasSameSizeAs(published);
                assertThat(found.stream()
                                .map(element -> element.select(
                                                source.get("title").asString())
                                        .text()))
                        .containsExactlyInAnyOrderElementsOf(
                                published.stream().map(NewsroomArticle::title).toList());
                assertThat(found)
                        .allSatisfy(element -> assertThat(
                                        element.select(source.get("date").asString())
                                                .text())
                                .containsPattern("20\\d\\d"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/daily-ledger/feed.xml",
                "/wire/atom.xml",
                "/chip-herald/rss.xml",
                "/harbor-gazette/feed.xml",
                "/sitemap.xml"
            })
    void feedsAndSitemapAreWellFormedXml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);

        org.w3c.dom.Document xml = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(document(path).body()));

        assertThat(xml.getDocumentElement().getLocalName()).isIn("rss", "feed", "urlset");
    }

    @Test
    void theSitemapListsEveryPage() {
        Document sitemap = Jsoup.parse(html("/sitemap.xml"), Parser.xmlParser());

        assertThat(sitemap.select("loc").eachText())
                .containsExactlyInAnyOrderElementsOf(articles.stream()
                        .map(article -> ORIGIN + article.path())
                        .toList());
    }

    @Test
    void jsonLdCarriesHeadlineAuthorAndTimeWithOffset() {
        NewsroomArticle article = of(Site.DAILY_LEDGER).getFirst();

        String script = page(article.path())
                .expectFirst("script[type=application/ld+json]")
                .data();

        JsonNode json = JsonMapper.shared().readTree(script);
        assertThat(json.get("headline").asString()).isEqualTo(article.title());
        assertThat(json.at("/author/0/name").asString()).isEqualTo(article.author());
        assertThat(OffsetDateTime.parse(json.get("datePublished").asString())).isEqualTo(article.published());
    }

    @Test
    void aHostileTitleStaysTextOnEveryPageAndInEveryFeed() {
        String title = "</script><script>alert('1 & 2')</script> \"]]>";

        for (Site site : Site.values()) {
            NewsroomArticle hostile = article(site, title);
            Edition bad = new Edition(ORIGIN, List.of(hostile));

            Document page = Jsoup.parse(html(bad, hostile.path()));
            assertThat(page.body().text()).contains(title);
            assertThat(page.select("script:containsData(alert)").not("[type=application/ld+json]"))
                    .isEmpty();
            assertThat(Jsoup.parse(html(bad, site.indexPath()), Parser.xmlParser())
                            .text())
                    .contains(title);
        }
    }

    @Test
    void theOldPageSaysItsEncodingOnlyInItsMetaTag() {
        NewsroomArticle article = of(Site.HARBOR_GAZETTE).getFirst();

        Served.Document served = document(article.path());

        assertThat(served.contentType()).isEqualTo("text/html");
        assertThat(new String(served.body(), Charset.forName("windows-1252"))).contains("charset=windows-1252");
        assertThat(of(Site.HARBOR_GAZETTE))
                .allSatisfy(old -> assertThat(
                                Charset.forName("windows-1252").newEncoder().canEncode(old.text() + old.title()))
                        .as(old.id())
                        .isTrue());
    }

    @Test
    void everyLinkInsideTheNewsroomLeadsSomewhere() {
        for (NewsroomArticle article : articles) {
            for (String link : links(article.path())) {
                String path = URI.create(link).getPath();
                assertThat(edition.at(path))
                        .as(article.path() + " links to " + path)
                        .isNotInstanceOf(Served.Missing.class);
            }
        }
    }

    private static NewsroomArticle article(Site site, String title) {
        return new NewsroomArticle(
                "hostile",
                site,
                title,
                "Ann Other",
                OffsetDateTime.parse("2026-03-01T08:00:00Z"),
                "en",
                List.of("Trade"),
                Matter.INVENTED,
                "everything",
                Quirk.NONE,
                null,
                List.of("Text."));
    }

    private List<NewsroomArticle> of(Site site) {
        return articles.stream().filter(article -> article.site() == site).toList();
    }

    /** Addresses in links, absolute; those of feeds stand in elements of their own. */
    private Set<String> links(String path) {
        Document document = Jsoup.parse(
                html(path), ORIGIN + path, path.endsWith(".xml") ? Parser.xmlParser() : Parser.htmlParser());
        Set<String> links =
                new HashSet<>(document.select("a[href], entry > link[href]").eachAttr("abs:href"));
        links.addAll(document.select("item > link").eachText());
        return links;
    }

    private Document page(String path) {
        return Jsoup.parse(html(path), ORIGIN + path);
    }

    private String html(String path) {
        return html(edition, path);
    }

    private static String html(Edition edition, String path) {
        Served.Document document = document(edition, path);
        boolean utf8 = document.contentType().endsWith("utf-8");
        return new String(document.body(), utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
    }

    private Served.Document document(String path) {
        return document(edition, path);
    }

    private static Served.Document document(Edition edition, String path) {
        assertThat(edition.at(path)).as(path).isInstanceOf(Served.Document.class);
        return (Served.Document) edition.at(path);
    }
}
