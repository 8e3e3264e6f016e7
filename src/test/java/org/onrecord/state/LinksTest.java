package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;

class LinksTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SourceId FEED = new SourceId("example-feed");
    private static final SourceId LISTING = new SourceId("example-listing");

    @TempDir
    private Path folder;

    private StateStore store;
    private Links links;

    @BeforeEach
    void open() {
        store = StateStore.open(folder.resolve("state.db"));
        links = store.links();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countsOnlyLinksThatNobodyNamedBefore() {
        assertThat(links.add(FEED, List.of(link("/a"), link("/b"), link("/a")), NOON))
                .isEqualTo(2);
        assertThat(links.add(LISTING, List.of(link("/b"), link("/c")), NOON)).isEqualTo(1);
        assertThat(links.add(FEED, List.of(), NOON)).isZero();

        assertThat(links.due(FEED, NOON, 10)).extracting(KnownLink::uri).containsExactly(uri("/a"), uri("/b"));
        assertThat(links.due(LISTING, NOON, 10)).extracting(KnownLink::uri).containsExactly(uri("/c"));
    }

    @Test
    void givesBackWhatTheSourceSaid() {
        Hints hints = new Hints("Headline", Published.on(LocalDate.of(2026, 11, 23)), "Summary");

        links.add(FEED, List.of(new FoundLink(uri("/a"), hints)), NOON);

        assertThat(links.due(FEED, NOON, 1))
                .containsExactly(new KnownLink(uri("/a"), FEED, hints, KnownLink.State.PENDING, 0, NOON, "", NOON));
    }

    @Test
    void triesAFailedLinkAgainAfterPausesThatDouble() {
        links.add(FEED, List.of(link("/a")), NOON);

        Optional<Instant> second = links.failed(uri("/a"), "status 503", false, null, NOON);
        Optional<Instant> third = links.failed(uri("/a"), "status 503", false, null, NOON);

        assertThat(second).contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(third).contains(NOON.plus(Duration.ofMinutes(10)));
        assertThat(links.due(FEED, NOON.plus(Duration.ofMinutes(9)), 10)).isEmpty();
        assertThat(links.due(FEED, NOON.plus(Duration.ofMinutes(10)), 10))
                .singleElement()
                .returns("status 503", KnownLink::lastReason)
                .returns(2, KnownLink::attempts);
    }

    @Test
    void waitsAtLeastAsLongAsTheServerAsked() {
        links.add(FEED, List.of(link("/a")), NOON);

        assertThat(links.failed(uri("/a"), "status 429", false, Duration.ofHours(2), NOON))
                .contains(NOON.plus(Duration.ofHours(2)));
        assertThat(links.failed(uri("/a"), "status 429", false, Duration.ofSeconds(1), NOON))
                .contains(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void givesUpAfterTwelveTriesAndKeepsTheLinkVisible() {
        links.add(FEED, List.of(link("/a")), NOON);
        Duration all = Duration.ZERO;
        for (int i = 1; i < 12; i++) {
            Instant next =
                    links.failed(uri("/a"), "no answer", false, null, NOON).orElseThrow();
            all = all.plus(Duration.between(NOON, next));
        }

        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(5));
        assertThat(links.failed(uri("/a"), "no answer", false, null, NOON)).isEmpty();
        assertThat(links.due(FEED, NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
        assertThat(links.list(FEED, KnownLink.State.FAILED, 10))
                .singleElement()
                .returns("no answer", KnownLink::lastReason)
                .returns(12, KnownLink::attempts);
    }

    @Test
    void neverTriesAgainWhatIsGoneOrRefused() {
        links.add(FEED, List.of(link("/gone"), link("/private")), NOON);

        assertThat(links.failed(uri("/gone"), "status 410", true, null, NOON)).isEmpty();
        links.refused(uri("/private"), "robots.txt forbids it");

        assertThat(links.due(FEED, NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
        assertThat(links.counts()).isEqualTo(Map.of(FEED, new LinkCounts(0, 0, 1, 1)));
    }

    @Test
    void takesLinksThatWaitedLongestFirst() {
        links.add(FEED, List.of(link("/a"), link("/b")), NOON);
        links.failed(uri("/a"), "status 503", false, null, NOON);
        links.add(FEED, List.of(link("/c")), NOON.plusSeconds(60));

        assertThat(links.due(FEED, NOON.plus(Duration.ofHours(1)), 2))
                .extracting(KnownLink::uri)
                .containsExactly(uri("/b"), uri("/c"));
    }

    @Test
    void rejectsALinkThatNoSourceNamed() {
        assertThatThrownBy(() -> links.failed(uri("/a"), "status 503", false, null, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source named this link");
        assertThatThrownBy(() -> links.refused(uri("/a"), "robots.txt")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsLinksByStateForEachSource() {
        links.add(FEED, List.of(link("/a"), link("/b"), link("/c")), NOON);
        links.add(LISTING, List.of(link("/d")), NOON);
        links.refused(uri("/b"), "robots.txt");

        assertThat(links.counts())
                .isEqualTo(Map.of(FEED, new LinkCounts(2, 0, 1, 0), LISTING, new LinkCounts(1, 0, 0, 0)));
    }

    @Test
    void aPageIsFetchedAgainWhenItsSourceGivesItAnotherDate() {
        capture("/a", NOON.plus(Duration.ofMinutes(5)));
        Instant evening = NOON.plus(Duration.ofHours(6));

        assertThat(links.add(FEED, List.of(dated("/a", 24)), evening)).isZero();
        assertThat(links.add(LISTING, List.of(dated("/a", 25)), evening)).isZero();
        assertThat(links.add(FEED, List.of(link("/a")), evening)).isZero();
        assertThat(links.add(FEED, List.of(dated("/a", 25), dated("/a", 26)), evening))
                .isEqualTo(1);

        assertThat(links.due(FEED, evening, 10))
                .singleElement()
                .satisfies(link ->
                        assertThat(link.hints().published()).isEqualTo(Published.on(LocalDate.of(2026, 11, 25))));
        assertThat(links.unchanged(uri("/a"))).isTrue();
        assertThat(links.find(uri("/a"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
    }

    @Test
    void aPageThatIsLeftOutLaterStaysCaptured() {
        capture("/a", NOON.plus(Duration.ofMinutes(5)));
        Instant evening = NOON.plus(Duration.ofHours(6));

        assertThat(links.leaveOut(FEED, List.of(dated("/a", 25), link("/b")), "too old", evening))
                .isEqualTo(1);

        assertThat(links.find(uri("/a"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
        assertThat(links.find(uri("/b"))).get().returns(KnownLink.State.REFUSED, KnownLink::state);
    }

    @Test
    void aSourceThatDatesEverythingAnewAtEachRoundCostsLittle() {
        capture("/a", NOON);
        int fetches = 0;
        for (int hour = 1; hour < 24 * 30; hour++) {
            Instant now = NOON.plus(Duration.ofHours(hour));
            if (links.add(FEED, List.of(dated("/a", 1 + hour % 28)), now) > 0) {
                fetches++;
                store.captures().record(capturedAt("/a", now, fetches));
            }
        }

        assertThat(fetches).isBetween(5, 12);
    }

    @Test
    void aLinkWithoutACaptureIsNotUnchanged() {
        links.add(FEED, List.of(link("/a")), NOON);

        assertThat(links.unchanged(uri("/a"))).isFalse();
    }

    private void capture(String path, Instant at) {
        links.add(FEED, List.of(dated(path, 24)), NOON);
        store.captures().record(capturedAt(path, at, 0));
    }

    private static Capture capturedAt(String path, Instant at, int place) {
        return new Capture(
                0, FEED, uri(path), uri(path), "a.warc.gz", 100L * place, 100, at, "ab".repeat(32), Hints.NONE);
    }

    private static FoundLink dated(String path, int day) {
        return new FoundLink(uri(path), new Hints("", Published.on(LocalDate.of(2026, 11, day)), ""));
    }

    private static FoundLink link(String path) {
        return new FoundLink(uri(path), Hints.NONE);
    }

    private static URI uri(String path) {
        return URI.create("https://news.example" + path);
    }
}
