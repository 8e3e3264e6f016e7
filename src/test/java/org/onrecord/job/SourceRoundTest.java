package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Words;
import org.onrecord.state.Capture;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;

class SourceRoundTest {
    private static final Source.About ABOUT =
            new Source.About(new SourceId("news"), "News", Duration.ofHours(1), Source.Rights.TEXT, null);
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    @TempDir
    Path folder;

    private final ServedPages pages = new ServedPages();
    private Set<SourceId> watched = Set.of(ABOUT.id());
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
    void nothingDisappearsWhenAFeedComesBackEmptyBrokenOrCut() {
        String whole = feed("one", "two", "three", "four", "five", "six");
        pages.putAll("https://news.example/", uri -> "<p>The text of " + uri.getPath() + ".</p>");
        pages.put("https://news.example/feed", whole);
        round(feedOf(ABOUT));
        List<Capture> before = captures();
        Random random = new Random(1);

        for (int trial = 0; trial < 100; trial++) {
            String answer = switch (trial % 4) {
                case 0 -> "";
                case 1 -> "<html><title>Error</title><h1>Back soon</h1></html>";
                case 2 -> feed();
                default -> whole.substring(0, whole.lastIndexOf("<item>", random.nextInt(whole.length())) + 6);
            };
            pages.put("https://news.example/feed", answer);
            round(feedOf(ABOUT));

            assertThat(captures()).as("trial %d: %s", trial, answer).isEqualTo(before);
            assertThat(before)
                    .allSatisfy(capture -> assertThat(state.links().find(capture.uri()))
                            .get()
                            .returns(KnownLink.State.CAPTURED, KnownLink::state));
        }
        pages.put("https://news.example/feed", whole);
        assertThat(round(feedOf(ABOUT)).discovered()).isZero();
        assertThat(captures()).hasSize(6);
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

    @Test
    void asksTheFederalRegisterPageByPageUntilNothingIsNew() {
        pages.putAll("https://fr.example/api/v1/documents.json?", uri -> {
            int page = Integer.parseInt(uri.getQuery().replaceAll(".*&page=", ""));
            return """
                    {"count": 3, "total_pages": 3, "results": [{"document_number": "2026-0000%d", "title": "Document %d",
                     "publication_date": "2026-03-0%d", "type": "Rule", "agencies": [{"slug": "a-bureau"}]}]}""".formatted(page, page, 4 - page);
        });
        pages.putAll("https://fr.example/api/v1/documents/", uri ->
                """
                {"document_number": "%s", "title": "T", "type": "Rule", "agencies": [], "html_url": "https://fr.example/d",
                 "raw_text_url": "https://fr.example/documents/full_text/text/2026/03/03/1.txt"}""".formatted(uri.getPath().replaceAll(".*/|\\.json", "")));
        pages.put("https://fr.example/documents/full_text/text/2026/03/03/1.txt", "<pre>Whole text.</pre>");
        Source register = register(false);

        RoundReport first = round(register);
        pages.asked.clear();
        RoundReport second = round(register);

        assertThat(first.listing()).isEqualTo("3 links, 3 new");
        assertThat(captures()).hasSize(6);
        assertThat(second.listing()).isEqualTo("1 links, 0 new");
        assertThat(pages.asked)
                .singleElement()
                .satisfies(request -> assertThat(request.uri().getQuery())
                        .contains(
                                "conditions[agencies][]=a-bureau",
                                "order=newest",
                                "[publication_date][gte]=2026-02-01"));
    }

    @Test
    void takesWhatIsOnPublicInspectionOfTheAgenciesAsked() {
        pages.putAll("https://fr.example/api/v1/documents.json?", uri -> "{\"count\": 0}");
        pages.put("https://fr.example/api/v1/public-inspection-documents/current.json", """
                {"count": 2, "results": [
                {"document_number": "2026-00007", "filed_at": "2026-03-03T08:45:00.000-05:00", "title": "Rule to come",
                 "publication_date": "2026-03-04", "type": "Rule", "agencies": [{"slug": "a-bureau"}]},
                {"document_number": "2026-00008", "filed_at": "2026-03-03T08:45:00.000-05:00", "title": "Other",
                 "type": "Rule", "agencies": [{"slug": "other-bureau"}]}]}""");

        RoundReport report = round(register(true));

        assertThat(report.listing()).isEqualTo("1 links, 1 new");
        assertThat(report.failed())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.uri())
                        .hasToString("https://fr.example/api/v1/public-inspection-documents/2026-00007.json"));
    }

    @Test
    void saysWhatTheFederalRegisterAnswersInPlaceOfAList() {
        pages.putAll("https://fr.example/", uri -> "<html><title>Request Access</title></html>");

        RoundReport report = round(register(false));

        assertThat(report.listingFailed()).isTrue();
        assertThat(report.listing()).contains("a page for people");
    }

    @Test
    void asksASourceOfAnyKindLessOftenWithEachFailure() {
        pages.putAll("https://fr.example/", uri -> "<html><title>Request Access</title></html>");
        pages.put("https://news.example/sitemap.xml", "<html><title>Gone</title></html>");
        Source sitemap = new Source.SitemapSource(ABOUT, URI.create("https://news.example/sitemap.xml"));

        for (Source source : List.of(register(false), sitemap)) {
            round(source);
            round(source);

            assertThat(state.sourceStates().find(source.id()))
                    .get()
                    .satisfies(after -> assertThat(after.nextDueAt())
                            .isEqualTo(NOW.plus(SourceState.pause(source.about().every(), after.failures()))));
        }
    }

    @Test
    void readsWarcFilesOnceAndAgainWhenOneIsNew() throws IOException {
        Path files = Files.createDirectory(folder.resolve("warc"));
        try (StateStore other = StateStore.open(folder.resolve("other.db"));
                Archive written = Archive.open(files, other.captures(), Clock.systemUTC())) {
            URI uri = URI.create("https://news.example/a");
            byte[] body = "<p>Text.</p>".getBytes(StandardCharsets.UTF_8);
            Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
            written.store(new Page(uri, uri, 200, headers, body, NOW), new SourceId("other"), Hints.NONE);
        }
        Source warc = new Source.WarcSource(ABOUT, files, "**.warc.gz");

        RoundReport first = round(warc);
        RoundReport second = round(warc);

        assertThat(first.listing()).isEqualTo("1 files, 2 records, 1 new pages");
        assertThat(second.listing()).isEqualTo("unchanged");
        assertThat(captures()).singleElement().satisfies(capture -> {
            assertThat(capture.uri()).hasToString("https://news.example/a");
            assertThat(capture.fetchedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void countsTheFirstItemsOfANewSourceAsNewAndLeavesOutTheRest() {
        pages.put("https://news.example/feed", feed("One", "Two", "Three"));
        Source feed = feedOf(about(Words.ANY, 2));

        RoundReport first = round(feed);
        pages.put("https://news.example/feed", feed("Four", "One", "Two", "Three"));
        RoundReport second = round(feed);

        assertThat(first.listing()).isEqualTo("3 links, 2 new, 1 older ones left out");
        assertThat(second.listing()).isEqualTo("4 links, 1 new");
        assertThat(pages.asked)
                .extracting(request -> request.uri().getPath())
                .contains("/One", "/Two", "/Four")
                .doesNotContain("/Three");
    }

    @Test
    void takesOnlyItemsWithTheWantedWords() {
        pages.put("https://news.example/feed", feed("Chips", "Fish", "Chips-podcast"));

        RoundReport report = round(feedOf(about(new Words(List.of("chips"), List.of("podcast")), 0)));

        assertThat(report.listing()).isEqualTo("1 links, 1 new, 2 left out by their words");
    }

    @Test
    void followsThePagesOfAListUntilOneBringsNothingNew() {
        pages.put("https://news.example/list", "<a class=item href=/1>One</a><a rel=next href='?page=2'>Next</a>");
        pages.put(
                "https://news.example/list?page=2", "<a class=item href=/2>Two</a><a rel=next href='?page=3'>Next</a>");
        pages.put(
                "https://news.example/list?page=3", "<a class=item href=/2>Two</a><a rel=next href='?page=4'>Next</a>");
        URI uri = URI.create("https://news.example/list");
        Source list = new Source.ListingSource(ABOUT, uri, "a.item", null, null, "a[rel=next]", 10);

        RoundReport report = round(list);

        assertThat(report.listing()).isEqualTo("3 links, 2 new");
        assertThat(pages.asked)
                .extracting(request -> request.uri().toString())
                .contains("https://news.example/list?page=3")
                .doesNotContain("https://news.example/list?page=4");
    }

    @Test
    void keepsAPageThatWasCorrectedAndNoneThatDiffersByItsAdvertisements() {
        pages.put("https://news.example/feed", feed("One"));
        pages.put("https://news.example/One", story("The quota is 500 chips.", "Buy boots"));
        Source feed = feedOf(ABOUT);
        round(feed);

        pages.put("https://news.example/One", story("The quota is 500 chips.", "Buy hats"));
        RoundReport advertisement = roundAt(feed, Duration.ofHours(4));
        pages.put("https://news.example/One", story("The quota is 900 chips.", "Buy hats"));
        RoundReport tooEarly = roundAt(feed, Duration.ofHours(5));
        RoundReport correction = roundAt(feed, Duration.ofHours(25));

        assertThat(advertisement).returns(1, RoundReport::unchanged).returns(0, RoundReport::captured);
        assertThat(tooEarly).returns(0, RoundReport::unchanged).returns(0, RoundReport::captured);
        assertThat(correction).returns(0, RoundReport::unchanged).returns(1, RoundReport::captured);
        assertThat(captures()).hasSize(2);
    }

    @Test
    void keepsTheArticleWhenAnErrorPageComesInItsPlace() {
        pages.put("https://news.example/feed", feed("One"));
        pages.put("https://news.example/One", story("The quota is 500 chips.", ""));
        round(feedOf(ABOUT));

        pages.put("https://news.example/One", "<html><title>Error</title><p>Please come back later, sorry.</p></html>");
        RoundReport report = roundAt(feedOf(ABOUT), Duration.ofHours(4));

        assertThat(report.failed())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.reason()).startsWith("an error page"));
        assertThat(captures()).hasSize(1);
    }

    @Test
    void doesNotLookAgainAtWhatIsOldOrNotToBeRevisited() {
        pages.put("https://news.example/feed", feed("One", "Two"));
        pages.put("https://news.example/One", story("<time datetime=2020-01-01>1 January 2020</time> Old.", ""));
        pages.put("https://news.example/Two", story("New.", ""));
        Source still = feedOf(new Source.About(
                ABOUT.id(), "News", ABOUT.every(), ABOUT.rights(), null, Words.ANY, 0, false, Source.Reading.USUAL));
        round(still);
        pages.asked.clear();

        roundAt(still, Duration.ofHours(4));
        roundAt(feedOf(ABOUT), Duration.ofDays(2));

        assertThat(pages.asked).extracting(request -> request.uri().getPath()).containsOnly("/feed");
    }

    @Test
    void aPageThatAsksForAPauseDoesNotTakeTheTurnsOfItsNeighbours() {
        pages.put("https://news.example/feed", feed("Busy", "Other"));
        pages.fail("https://news.example/Busy", new Failed("status 503", Outlook.PASSING, Duration.ofMinutes(2)));
        pages.fail(
                "https://news.example/Other", new Failed("come back later", Outlook.NOT_ASKED, Duration.ofMinutes(2)));
        round(feedOf(ABOUT));
        pages.asked.clear();

        roundAt(feedOf(ABOUT), Duration.ofMinutes(3));

        assertThat(pages.asked)
                .extracting(request -> request.uri().getPath())
                .contains("/Other")
                .doesNotContain("/Busy");
        assertThat(state.links().find(URI.create("https://news.example/Other")))
                .get()
                .returns(0, KnownLink::attempts);
    }

    @Test
    void tellsWhenTheRulesOfARefusedLinkAreLookedUpAgain() {
        pages.put("https://news.example/feed", feed("One"));
        pages.refuse("https://news.example/One", "robots.txt of https://news.example forbids it");

        RoundReport report = round(feedOf(ABOUT));
        pages.put("https://news.example/One", story("Free now.", ""));
        RoundReport next = roundAt(feedOf(ABOUT), Duration.ofHours(25));

        assertThat(report.refused())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.reason())
                        .endsWith("forbids it; the rules are looked up again after 2026-03-04T12:00:00Z"));
        assertThat(next.captured()).isEqualTo(1);
    }

    @Test
    void aSourceTakesOverTheLinksOfOneThatWasSwitchedOff() {
        pages.put("https://news.example/feed", feed("One"));
        Source other = feedOf(new Source.About(new SourceId("other"), "Other", ABOUT.every(), ABOUT.rights(), null));
        round(other);
        pages.put("https://news.example/One", story("Here now.", ""));

        watched = Set.of(ABOUT.id());
        RoundReport report = roundAt(feedOf(ABOUT), Duration.ofMinutes(1));

        assertThat(report.captured()).isEqualTo(1);
    }

    private static String story(String text, String advertisement) {
        return "<html><title>One</title><body><article><h1>One</h1><p>" + text
                + " Officials said that the ministry would publish the details of the decision in the coming weeks.</p>"
                + "</article><aside>" + advertisement + "</aside></body></html>";
    }

    private static Source.About about(Words words, int first) {
        return new Source.About(
                ABOUT.id(),
                ABOUT.name(),
                ABOUT.every(),
                ABOUT.rights(),
                null,
                words,
                first,
                true,
                Source.Reading.USUAL);
    }

    private static Source feedOf(Source.About about) {
        return new Source.FeedSource(about, URI.create("https://news.example/feed"));
    }

    private static String feed(String... titles) {
        StringBuilder xml = new StringBuilder("<rss><channel>");
        for (String title : titles) {
            xml.append("<item><title>")
                    .append(title)
                    .append("</title><link>https://news.example/")
                    .append(title);
            xml.append("</link></item>");
        }
        return xml.append("</channel></rss>").toString();
    }

    private static Source register(boolean inspection) {
        URI api = URI.create("https://fr.example/api/v1");
        return new Source.FederalRegisterSource(ABOUT, api, List.of("a-bureau"), null, List.of(), null, inspection);
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
        return roundAt(source, Duration.ZERO);
    }

    private RoundReport roundAt(Source source, Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        pages.now = clock.instant();
        RoundParts parts = new RoundParts(
                pages, new LinkExtractor(), archive, state, watched, clock, IntakeListener.NONE, () -> false);
        return new SourceRound(source, parts, false).run();
    }

    private List<Capture> captures() {
        return state.captures().after(0, 100);
    }
}
