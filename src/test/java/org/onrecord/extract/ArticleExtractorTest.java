package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;

class ArticleExtractorTest {
    private static final URI PAGE = URI.create("https://www.courier.example/2026/03/chip-tracking-bill");

    private final ArticleExtractor extractor = new ArticleExtractor();

    @Test
    void readsEverythingFromAPageWithLinkedData() throws IOException {
        ExtractedArticle article = extractor.extract(resource("json-ld.html"), null, PAGE);

        assertThat(article.title()).isEqualTo("Senate panel backs chip tracking bill");
        assertThat(article.authors()).containsExactly("Ana Belmonte", "Teo Marchetti");
        assertThat(article.published()).hasToString("2026-03-03T09:30-05:00");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.canonical()).hasToString("https://www.courier.example/2026/03/chip-tracking-bill");
        assertThat(article.text().lines())
                .containsExactly(
                        "A Senate panel on Tuesday backed a bill that would make sellers of advanced chips report where their products end up, the first such rule to reach the floor this year.",
                        "The vote was 14 to 9. \"We cannot control what we do not count,\" said Senator Ida Quell, who wrote the bill, adding that the cost to makers would be small.",
                        "What makers say",
                        "Chip makers have warned that tracking hardware could be attacked, and that buyers abroad would turn to other sellers. Norwick Semiconductor said it was reading the text.",
                        "Makers would report each quarter.",
                        "Fines could reach twice the price of the goods.",
                        "The full Senate may take up the bill in April, aides said, though leaders have not set a date for it.");
    }

    @Test
    void readsOpenGraphAndParagraphsDividedByLineBreaks() throws IOException {
        ExtractedArticle article = extractor.extract(
                resource("open-graph.html"), null, URI.create("https://wire.example/norwick-pauses?fbclid=1"));

        assertThat(article.title()).isEqualTo("Norwick pauses sales of its fastest chip");
        assertThat(article.authors()).containsExactly("Lin Oduya");
        assertThat(article.published()).hasToString("2026-04-09T06:15Z");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.canonical()).hasToString("https://wire.example/norwick-pauses");
        assertThat(article.text().lines()).hasSize(3).allMatch(line -> line.endsWith("."));
        assertThat(article.text())
                .startsWith("Norwick Semiconductor has paused")
                .doesNotContain("Another story");
    }

    @Test
    void keepsTheTimeOfAChangeApartFromThatOfPublication() {
        String page = "<html><head><title>T</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                + "\"datePublished\":\"2026-02-03T23:30:00-05:00\",\"dateModified\":\"%s\"}</script></head>"
                + "<body><article><h1>T</h1><p>The ministry said that it would decide on the rule next week.</p></article>";

        assertThat(extract(page.formatted("2026-02-05T09:00:00-05:00"), null))
                .satisfies(article -> assertThat(article.published()).hasToString("2026-02-03T23:30-05:00"))
                .satisfies(article -> assertThat(article.updated()).hasToString("2026-02-05T09:00-05:00"));
        assertThat(extract(page.formatted("2026-02-04T04:30:00Z"), null).updated())
                .as("the same moment")
                .isNull();
        assertThat(extract(page.formatted("2026-02-01"), null).updated())
                .as("before it came out")
                .isNull();
    }

    @Test
    void readsBylineAndDateFromTheLineBelowTheHeadlineWhenNothingIsMarked() throws IOException {
        ExtractedArticle article = extractor.extract(resource("bare-article.html"), "text/html", null);

        assertThat(article.title()).isEqualTo("Export rules for chips: a short history");
        assertThat(article.authors()).containsExactly("Marit Solberg");
        assertThat(article.published()).hasToString("2026-01-12");
        assertThat(article.language()).isEqualTo("und");
        assertThat(article.canonical()).isNull();
        assertThat(article.text()).contains("Rules on the export of processors").endsWith("from the same shop.");
    }

    @Test
    void leavesConsentTickerNewsletterAndSidebarBehind() throws IOException {
        ExtractedArticle article = extractor.extract(resource("noisy-page.html"), null, null);

        assertThat(article.title()).isEqualTo("Ministerium lockert Regeln für Rechenzentren");
        assertThat(article.authors()).containsExactly("Jonas Wehrli");
        assertThat(article.published()).hasToString("2026-02-17");
        assertThat(article.text())
                .contains("Das Ministerium will", "Künftig genügt eine Meldung", "Der Verband der Hersteller")
                .doesNotContain("Partner speichern", "Eilmeldung", "Newsletter", "Lesen Sie auch", "Winter");
    }

    @Test
    void readsAReleaseWithItsTable() throws IOException {
        ExtractedArticle article = extractor.extract(
                resource("government-release.html"), null, URI.create("https://trade.example/press/11"));

        assertThat(article.title()).isEqualTo("Bureau adds eleven entities to its list");
        assertThat(article.published()).hasToString("2026-05-14");
        assertThat(article.text())
                .contains("added eleven entities", "Harrow Logistics", "Under Secretary Paul Render", "June 15, 2026")
                .doesNotContain("official website", "press office", "###");
    }

    @Test
    void doesNotLetAPageTakeOverAnAddressOfAnotherSite() {
        String page = "<link rel=canonical href='https://other.example/stolen'><p>Text.</p>";

        ExtractedArticle article = extract(page, URI.create("https://news.example/mine"));

        assertThat(article.canonical()).hasToString("https://news.example/mine");
    }

    @Test
    void doesNotBelieveADateDaysAfterTheFetch() {
        byte[] body = bytes("<meta property='article:published_time' content='2031-03-03'><p>Text.</p>");
        Page page = new Page(
                PAGE, URI.create("https://news.example/a"), 200, Map.of(), body, Instant.parse("2026-03-03T12:00:00Z"));

        assertThat(extractor.extract(page).published()).isNull();
    }

    @Test
    void takesTheTextFromLinkedDataWhenThePageShowsOnlyATeaser() {
        String sentence = "The ministry will not extend the licence, a spokesman for it said on Monday. ";
        String page =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"No extension\",\"articleBody\":\""
                        + sentence.repeat(10)
                        + "\"}</script><h1>No extension</h1><p>The ministry will not extend the licence.</p>";

        assertThat(extract(page, null).text()).isEqualTo(sentence.repeat(10).strip());
    }

    @Test
    void readsTextThatAFrameworkHidesUntilItsScriptHasRun() {
        String paragraph =
                "<p>The committee heard four witnesses on Wednesday, and none of them agreed with another one.</p>";
        String page = "<h1>Four witnesses</h1><div hidden id='S:0'>" + paragraph.repeat(8) + "</div>";

        assertThat(extract(page, null).text()).contains("heard four witnesses");
    }

    @Test
    void keepsWordsInASentenceWhateverTheirClass() {
        String page =
                "<h1>Words in a sentence</h1><p>The export of <span class='tags'>chips</span> to the coast was stopped on Friday, officials said.</p>";

        assertThat(extract(page, null).text())
                .isEqualTo("The export of chips to the coast was stopped on Friday, officials said.");
    }

    @Test
    void putsTheLeadThatStandsApartBeforeTheBody() {
        String paragraph =
                "<p>The ministry of trade wants makers of chips to report each sale abroad, a draft shows.</p>";
        String page =
                "<meta name=description content='Makers of chips would have to report every sale abroad, says a draft'>"
                        + "<header><h1>A draft for makers of chips</h1><p class=intro>Makers of chips would have to report every sale"
                        + " abroad, says a draft.</p></header><div class=text>" + paragraph.repeat(6) + "</div>";

        assertThat(extract(page, null).text()).startsWith("Makers of chips would have to report every sale abroad");
    }

    @Test
    void marksWhatStandsBeforeAWallAsATeaser() {
        String page =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
                        + "<h1>Behind the wall</h1><p>The regulator will publish its findings on Tuesday, two officials said.</p>"
                        + "<p>Already a subscriber? Sign in to continue reading.</p>";

        ExtractedArticle article = extract(page, null);

        assertThat(article.teaser()).isTrue();
        assertThat(article.text()).isEqualTo("The regulator will publish its findings on Tuesday, two officials said.");
    }

    @Test
    void doesNotTakeAnAgencyOrARoleForAPersonWhereAPersonIsNamed() {
        String page =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Staff writers\"}}</script>"
                        + "<h1>A long headline of a page</h1><div class=byline>By <a href=/people/ana-bell>Ana Bell</a>,"
                        + " senior editor</div><p>Text.</p><div class=comment><span class=author>Reader Nine</span></div>";

        assertThat(extract(page, null).authors()).containsExactly("Ana Bell");
    }

    @Test
    void keepsARoleWhereNobodyIsNamed() {
        String page = "<meta name=author content='Staff writers'><h1>A long headline of a page</h1><p>Text.</p>";

        assertThat(extract(page, null).authors()).containsExactly("Staff writers");
    }

    @Test
    void readsTheNameBelowAByThatStandsAlone() {
        String page = "<h1>A long headline of a page</h1><div>Written by</div><div>Noor van Dam</div><p>Text.</p>";

        assertThat(extract(page, null).authors()).containsExactly("Noor van Dam");
    }

    @Test
    void takesTheArticleThatIsAboutThePageWhereLinkedDataHasMany() {
        String page =
                "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Another story\",\"url\":"
                        + "\"/other\"},{\"@type\":\"NewsArticle\",\"headline\":\"This story\",\"url\":\"/mine?utm_source=x\"}]</script><p>T.</p>";

        assertThat(extract(page, URI.create("https://news.example/mine")).title())
                .isEqualTo("This story");
    }

    @Test
    void doesNotTakeTheLogoForTheHeadline() {
        String page =
                "<title>The Chip Diary</title><h1><a href='/'>The Chip Diary of Norwick</a></h1><h2>What the new rule says</h2><p>T.</p>";

        assertThat(extract(page, URI.create("https://diary.example/rule")).title())
                .doesNotContain("Norwick");
    }

    @Test
    void readsDayAndMonthInTheOrderOfThePagesLanguage() {
        String page = "<html lang=fr><h1>Une page assez longue</h1><span class=date>05/06/2026</span><p>Texte.</p>";

        assertThat(extract(page, null).published()).hasToString("2026-06-05");
        assertThat(extract(page.replace("lang=fr", "lang=en"), null).published())
                .isNull();
    }

    @Test
    void prefersTheTimeInThePublishersZone() {
        String page =
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-02-03T23:30:00Z\"}</script>"
                        + "<h1>A long headline of a page</h1><time datetime='2026-02-04T00:30:00+01:00'>4 Feb</time><p>Text.</p>";

        assertThat(extract(page, null).published()).hasToString("2026-02-04T00:30+01:00");
    }

    @Test
    void obeysTheSelectorsOfASource() {
        byte[] body =
                bytes("<h1>Section</h1><b class=t>The headline</b><i class=w>By Ana Bell</i><u class=d>12 May 2026</u>"
                        + "<div class=x><p>First words.</p><p class=ad>Buy this.</p></div>");
        Page page = new Page(PAGE, PAGE, 200, Map.of(), body, Instant.parse("2026-06-03T12:00:00Z"));

        ExtractedArticle article = extractor.extract(page, new Source.Reading(null, ".t", ".x", ".w", ".d", ".ad"));

        assertThat(article.title()).isEqualTo("The headline");
        assertThat(article.authors()).containsExactly("Ana Bell");
        assertThat(article.published()).hasToString("2026-05-12");
        assertThat(article.text()).isEqualTo("First words.");
    }

    @Test
    void readsAPlainTextWithItsFirstLineAsTitle() {
        byte[] text =
                bytes("Remarks on chips\r\n\r\nThank you all.\r\nI will be brief.\r\n\r\nWe sell to friends.\r\n");

        ExtractedArticle article = extractor.extract(text, "text/plain; charset=utf-8", null);

        assertThat(article.title()).isEqualTo("Remarks on chips");
        assertThat(article.text()).isEqualTo("Thank you all. I will be brief.\nWe sell to friends.");
    }

    @Test
    void readsACompressedFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(resource("bare-article.html"));
        }

        assertThat(extractor.extract(packed.toByteArray(), null, null).title()).startsWith("Export rules");
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> extractor.extract(
                        bytes("%PDF-1.7 ..."), "application/pdf", URI.create("https://a.example/r.pdf")))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("cannot read application/pdf at https://a.example/r.pdf");
        assertThatThrownBy(() -> extractor.extract(bytes("<rss version='2.0'><channel/></rss>"), null, null))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("a feed");
        assertThatThrownBy(() -> extractor.extract(new byte[] {'P', 'K', 3, 4, 0, 0}, null, null))
                .isInstanceOf(ExtractException.class);
        assertThatThrownBy(() -> extractor.extract(new byte[] {0x1F, (byte) 0x8B, 8, 0}, null, null))
                .isInstanceOf(ExtractException.class)
                .hasMessageContaining("gzip");
    }

    @Test
    void anEmptyPageIsAnArticleWithoutText() {
        assertThat(extract("", null)).isEqualTo(new ExtractedArticle("", List.of(), null, "", "und", null));
    }

    private ExtractedArticle extract(String page, @Nullable URI uri) {
        return extractor.extract(bytes(page), "text/html; charset=utf-8", uri);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ArticleExtractorTest.class.getResourceAsStream("/extract/" + name), name)) {
            return in.readAllBytes();
        }
    }
}
