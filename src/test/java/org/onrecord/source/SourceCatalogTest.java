package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SourceId;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;
import org.onrecord.extract.CssSelectors;

class SourceCatalogTest {
    @TempDir
    Path home;

    private final Problems problems = new Problems();

    @Test
    void readsEachKindOfSource() throws IOException {
        SourceCatalog catalog = read("""
                sources:
                  - {id: a, name: A, kind: feed, url: 'https://a.example/feed', every: 30m, rights: text}
                  - {id: b, name: B, kind: listing, url: 'https://b.example/', links: div.item, title: h2, every: 2h,
                     rights: headline, disabled: asks for a key}
                  - {id: c, name: C, kind: folder, folder: saved, every: 1d, rights: text}
                  - {id: e, name: E, kind: sitemap, url: 'https://e.example/s.xml', every: 1d, rights: text}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.all())
                .containsExactly(
                        new Source.FeedSource(
                                about("a", "A", Duration.ofMinutes(30), Source.Rights.TEXT, null),
                                URI.create("https://a.example/feed")),
                        new Source.ListingSource(
                                about("b", "B", Duration.ofHours(2), Source.Rights.HEADLINE, "asks for a key"),
                                URI.create("https://b.example/"),
                                "div.item",
                                "h2",
                                null),
                        new Source.FolderSource(
                                about("c", "C", Duration.ofDays(1), Source.Rights.TEXT, null),
                                home.resolve("saved"),
                                "**.{html,htm,xhtml,txt,eml,html.gz,zip}"),
                        new Source.SitemapSource(
                                about("e", "E", Duration.ofDays(1), Source.Rights.TEXT, null),
                                URI.create("https://e.example/s.xml")));
        assertThat(catalog.enabled())
                .extracting(Source::id)
                .containsExactly(new SourceId("a"), new SourceId("c"), new SourceId("e"));
        assertThat(catalog.source(new SourceId("b"))).isPresent();
        assertThat(catalog.source(new SourceId("d"))).isEmpty();
    }

    @Test
    void readsHowASourceIsTaken() throws IOException {
        SourceCatalog catalog = read("""
                sources:
                  - {id: a, name: A, kind: listing, url: 'https://a.example/', links: a, next: a.next, pages: 3, every: 30m,
                     rights: text, zone: Asia/Tokyo, include: [chips], exclude: [podcast], first: 20,
                     select: {title: h1, text: .story, remove: .ad}}
                  - {id: b, name: B, kind: federal-register, agencies: [a-bureau], types: [proposed-rule],
                     since: "2026-01-31", every: 1d, rights: text}
                """);

        assertThat(problems.list()).isEmpty();
        Source.ListingSource listing = (Source.ListingSource) catalog.all().getFirst();
        assertThat(listing.pages()).isEqualTo(3);
        assertThat(listing.about().words()).isEqualTo(new Words(List.of("chips"), List.of("podcast")));
        assertThat(listing.about().first()).isEqualTo(20);
        assertThat(listing.about().reading())
                .isEqualTo(new Source.Reading(ZoneId.of("Asia/Tokyo"), "h1", ".story", null, null, ".ad"));
        Source.FederalRegisterSource register =
                (Source.FederalRegisterSource) catalog.all().getLast();
        assertThat(register.types()).containsExactly(Source.DocumentType.PROPOSED_RULE);
        assertThat(register.since()).isEqualTo("2026-01-31");
    }

    @Test
    void refusesTheWholeFederalRegisterAndAnUnknownZone() throws IOException {
        read("""
                sources:
                  - {id: a, name: A, kind: federal-register, every: 30m, rights: text}
                  - {id: b, name: B, kind: feed, url: 'https://b.example/', every: 30m, rights: text, zone: Mars/Base}
                """);

        assertThat(messages()).hasSize(2);
        assertThat(messages().getFirst()).contains("name agencies or a term");
        assertThat(messages().getLast()).contains("sources[1].zone", "America/New_York");
    }

    @Test
    void keepsTheFirstOfTwoSourcesWithOneIdAndReportsTheSecond() throws IOException {
        SourceCatalog catalog = read("""
                sources:
                  - {id: a, name: A, kind: feed, url: 'https://a.example/', every: 30m, rights: text}
                  - {id: a, name: B, kind: feed, url: 'https://b.example/', every: 30m, rights: text}
                """);

        assertThat(catalog.all()).hasSize(1);
        assertThat(messages()).containsExactly("3:10 sources[1].id: another source has the id a");
    }

    @Test
    void refusesToAskMoreOftenThanOnceAMinute() throws IOException {
        read("sources:\n  - {id: a, name: A, kind: feed, url: 'https://a.example/', every: 59s, rights: text}\n");

        assertThat(messages()).containsExactly("2:5 sources[0]: a source is asked at most once a minute: a");
    }

    @Test
    void saysWhereASelectorIsWrong() throws IOException {
        read("""
                sources:
                  - {id: a, name: A, kind: listing, url: 'https://a.example/', links: 'li > ', every: 1h, rights: text}
                  - id: b
                    name: B
                    kind: feed
                    url: https://b.example/
                    every: 1h
                    rights: text
                    select: {title: h1, text: 'div[class=', remove: ':nth-kid(2)'}
                """);

        assertThat(messages())
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .startsWith("2:")
                                .contains("sources[0].links: found \"li > \"; this is no CSS selector: "),
                        message -> assertThat(message)
                                .startsWith("9:")
                                .contains("sources[1].select.text", "\"div[class=\""),
                        message -> assertThat(message)
                                .startsWith("9:")
                                .contains("sources[1].select.remove", "this is no CSS selector"));
    }

    @Test
    void saysHowToWriteBracketsInAnAddress() throws IOException {
        read("sources:\n"
                + "  - {id: a, name: A, kind: feed, url: 'https://a.example/?c[]=x', every: 1h, rights: text}\n");

        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("2:39 sources[0].url: found \"https://a.example/?c[]=x\"; allowed is an http or https")
                .contains("write [ as %5B");
    }

    @Test
    void readsTheShippedSources() {
        SourceCatalog catalog = SourceCatalog.read(Path.of("config"), home, CssSelectors::checked, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.enabled()).hasSizeGreaterThan(30);
        assertThat(catalog.all()).allSatisfy(source -> {
            if (source instanceof Source.FeedSource feed) {
                assertThat(feed.uri().getScheme()).isEqualTo("https");
            }
        });
    }

    private static Source.About about(
            String id, String name, Duration every, Source.Rights rights, @Nullable String off) {
        return new Source.About(new SourceId(id), name, every, rights, off);
    }

    private SourceCatalog read(String yaml) throws IOException {
        Files.writeString(home.resolve("sources.yaml"), yaml);
        return SourceCatalog.read(home, home, CssSelectors::checked, problems);
    }

    private List<String> messages() {
        return problems.list().stream()
                .map((Problem problem) ->
                        problem.line() + ":" + problem.column() + " " + problem.key() + ": " + problem.message())
                .toList();
    }
}
