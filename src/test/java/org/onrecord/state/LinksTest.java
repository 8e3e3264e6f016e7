package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;

class LinksTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2026-11-24T00:00:00Z");
    private static final SourceId FEED = new SourceId("example-feed");
    private static final Set<SourceId> WATCHED = Set.of(new SourceId("example-feed"), new SourceId("example-listing"));
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
        assertThat(links.add(FEED, List.of(link("/a"), link("/b"), link("/a")), WATCHED, NOON))
                .isEqualTo(2);
        assertThat(links.add(LISTING, List.of(link("/b"), link("/c")), WATCHED, NOON))
                .isEqualTo(1);
        assertThat(links.add(FEED, List.of(), WATCHED, NOON)).isZero();

        assertThat(links.due(FEED, NOON, 10)).extracting(KnownLink::uri).containsExactly(uri("/a"), uri("/b"));
        assertThat(links.due(LISTING, NOON, 10)).extracting(KnownLink::uri).containsExactly(uri("/c"));
    }

    @Test
    void givesBackWhatTheSourceSaid() {
        Hints hints = new Hints("Headline", Published.on(LocalDate.of(2026, 11, 23)), null, "Summary");

        links.add(FEED, List.of(new FoundLink(uri("/a"), hints)), WATCHED, NOON);

        assertThat(links.due(FEED, NOON, 1))
                .containsExactly(new KnownLink(uri("/a"), FEED, hints, KnownLink.State.PENDING, 0, NOON, "", NOON));
    }

    @Test
    void triesAFailedLinkAgainAfterPausesThatDouble() {
        links.add(FEED, List.of(link("/a")), WATCHED, NOON);

        Optional<Instant> second = links.failed(uri("/a"), "status 503", RetryPolicy.TROUBLE, null, NOON);
        Optional<Instant> third = links.failed(uri("/a"), "status 503", RetryPolicy.TROUBLE, null, NOON);

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
        links.add(FEED, List.of(link("/a")), WATCHED, NOON);

        assertThat(links.failed(uri("/a"), "status 429", RetryPolicy.TROUBLE, Duration.ofHours(2), NOON))
                .contains(NOON.plus(Duration.ofHours(2)));
        assertThat(links.failed(uri("/a"), "status 429", RetryPolicy.TROUBLE, Duration.ofSeconds(1), NOON))
                .contains(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void triesALinkInTroubleForAYearAndKeepsItVisible() {
        links.add(FEED, List.of(link("/a")), WATCHED, NOON);

        List<Instant> tries = triesOf("/a", RetryPolicy.TROUBLE);

        assertThat(tries).hasSizeBetween(20, 30);
        assertThat(tries.get(9)).isBefore(NOON.plus(Duration.ofDays(5)));
        assertThat(tries.getLast()).isAfter(NOON.plus(Duration.ofDays(300)));
        assertThat(links.find(uri("/a")))
                .get()
                .returns(KnownLink.State.FAILED, KnownLink::state)
                .returns("no answer", KnownLink::lastReason);
    }

    @Test
    void triesAPageThatIsNotThereAFewTimesInAWeek() {
        links.add(FEED, List.of(link("/a")), WATCHED, NOON);

        assertThat(triesOf("/a", RetryPolicy.MISSING)).hasSize(5).first().isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    @Test
    void neverTriesAgainWhatIsGone() {
        links.add(FEED, List.of(link("/gone")), WATCHED, NOON);

        assertThat(links.failed(uri("/gone"), "status 410", RetryPolicy.NEVER, null, NOON))
                .isEmpty();

        assertThat(links.due(FEED, NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
        assertThat(store.linkStatistics().counts()).isEqualTo(Map.of(FEED, new LinkCounts(0, 0, 0, 1, 0)));
    }

    @Test
    void looksUpTheRulesAgainThatForbidALink() {
        links.add(FEED, List.of(link("/private")), WATCHED, NOON);

        Instant next = links.refused(uri("/private"), "robots.txt forbids it", NOON);

        assertThat(next).isEqualTo(NOON.plus(Duration.ofDays(1)));
        assertThat(links.due(FEED, next.minusSeconds(1), 10)).isEmpty();
        assertThat(links.due(FEED, next, 10))
                .singleElement()
                .returns(KnownLink.State.REFUSED, KnownLink::state)
                .returns("robots.txt forbids it", KnownLink::lastReason);
        assertThat(links.refused(uri("/private"), "robots.txt forbids it", next))
                .isEqualTo(next.plus(Duration.ofDays(2)));
    }

    @Test
    void triesEverythingNowThatAPersonAsksFor() {
        links.add(FEED, List.of(link("/new"), link("/gone"), link("/private"), link("/late")), WATCHED, NOON);
        links.failed(uri("/gone"), "status 410", RetryPolicy.NEVER, null, NOON);
        links.refused(uri("/private"), "robots.txt forbids it", NOON);
        links.failed(uri("/late"), "status 503", RetryPolicy.TROUBLE, null, NOON);
        links.leaveOut(FEED, List.of(link("/old")), NOON);

        assertThat(links.retry(FEED, NOON)).isEqualTo(3);

        assertThat(links.due(FEED, NOON, 10))
                .hasSize(4)
                .noneMatch(link -> link.uri().getPath().equals("/old"));
    }

    @Test
    void aSourceTakesOverTheWaitingLinksOfOneThatIsNotWatched() {
        links.add(LISTING, List.of(link("/waits"), link("/gone")), WATCHED, NOON);
        links.failed(uri("/gone"), "status 410", RetryPolicy.NEVER, null, NOON);

        assertThat(links.add(FEED, List.of(link("/waits"), link("/gone")), WATCHED, NOON))
                .isZero();
        assertThat(links.add(FEED, List.of(link("/waits"), link("/gone")), Set.of(FEED), NOON))
                .isEqualTo(2);

        assertThat(links.due(FEED, NOON, 10)).hasSize(2);
        assertThat(links.due(LISTING, NOON, 10)).isEmpty();
    }

    @Test
    void aSourceTakesOverWhatAnotherLeftOut() {
        links.leaveOut(LISTING, List.of(link("/old"), link("/older")), NOON);

        assertThat(links.add(LISTING, List.of(link("/old")), WATCHED, NOON)).isZero();
        assertThat(links.add(FEED, List.of(link("/old")), WATCHED, NOON)).isEqualTo(1);

        assertThat(store.linkStatistics().counts())
                .isEqualTo(Map.of(FEED, new LinkCounts(1, 0, 0, 0, 0), LISTING, new LinkCounts(0, 0, 0, 0, 1)));
    }

    @Test
    void looksAtACapturedPageAgainAFewTimesInAMonth() {
        capture("/a", NOON);
        List<Instant> looks = new ArrayList<>();
        Instant now = NOON;
        while (links.find(uri("/a")).orElseThrow().nextAttemptAt() instanceof Instant next) {
            now = next;
            looks.add(now);
            assertThat(links.due(FEED, now, 10)).hasSize(1);
            links.unchanged(uri("/a"), now);
        }

        assertThat(looks)
                .containsExactly(
                        PUBLISHED.plus(Duration.ofDays(1)),
                        PUBLISHED.plus(Duration.ofDays(7)),
                        PUBLISHED.plus(Duration.ofDays(30)));
    }

    @Test
    void aCapturedPageThatCannotBeHadAgainStaysCaptured() {
        capture("/a", NOON);

        assertThat(links.failed(uri("/a"), "status 503", RetryPolicy.TROUBLE, null, NOON))
                .contains(NOON.plus(Duration.ofMinutes(5)));
        assertThat(links.failed(uri("/a"), "status 410", RetryPolicy.NEVER, null, NOON))
                .isEmpty();

        assertThat(links.find(uri("/a"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
        assertThat(links.due(FEED, NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
    }

    /** When a link is tried that fails at every try. */
    private List<Instant> triesOf(String path, RetryPolicy policy) {
        List<Instant> tries = new ArrayList<>();
        Optional<Instant> next = links.failed(uri(path), "no answer", policy, null, NOON);
        while (next.isPresent()) {
            tries.add(next.get());
            next = links.failed(uri(path), "no answer", policy, null, next.get());
        }
        return tries;
    }

    @Test
    void takesLinksThatWaitedLongestFirst() {
        links.add(FEED, List.of(link("/a"), link("/b")), WATCHED, NOON);
        links.failed(uri("/a"), "status 503", RetryPolicy.TROUBLE, null, NOON);
        links.add(FEED, List.of(link("/c")), WATCHED, NOON.plusSeconds(60));

        assertThat(links.due(FEED, NOON.plus(Duration.ofHours(1)), 2))
                .extracting(KnownLink::uri)
                .containsExactly(uri("/b"), uri("/c"));
    }

    @Test
    void rejectsALinkThatNoSourceNamed() {
        assertThatThrownBy(() -> links.failed(uri("/a"), "status 503", RetryPolicy.TROUBLE, null, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source named this link");
        assertThatThrownBy(() -> links.refused(uri("/a"), "robots.txt", NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsLinksByStateForEachSource() {
        links.add(FEED, List.of(link("/a"), link("/b"), link("/c")), WATCHED, NOON);
        links.add(LISTING, List.of(link("/d")), WATCHED, NOON);
        links.refused(uri("/b"), "robots.txt", NOON);

        assertThat(store.linkStatistics().counts())
                .isEqualTo(Map.of(FEED, new LinkCounts(2, 0, 1, 0, 0), LISTING, new LinkCounts(1, 0, 0, 0, 0)));
    }

    @Test
    void aPageIsFetchedAgainWhenItsSourceGivesItAnotherDate() {
        capture("/a", NOON.plus(Duration.ofMinutes(5)));
        Instant evening = NOON.plus(Duration.ofHours(6));

        assertThat(links.add(FEED, List.of(dated("/a", 24)), WATCHED, evening)).isZero();
        assertThat(links.add(LISTING, List.of(dated("/a", 25)), WATCHED, evening))
                .isZero();
        assertThat(links.add(FEED, List.of(link("/a")), WATCHED, evening)).isZero();
        assertThat(links.add(FEED, List.of(dated("/a", 25), dated("/a", 26)), WATCHED, evening))
                .isEqualTo(1);

        assertThat(links.due(FEED, evening, 10))
                .singleElement()
                .satisfies(link ->
                        assertThat(link.hints().published()).isEqualTo(Published.on(LocalDate.of(2026, 11, 25))));
        assertThat(links.unchanged(uri("/a"), NOON)).isTrue();
        assertThat(links.find(uri("/a"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
    }

    @Test
    void aPageThatIsLeftOutLaterStaysCaptured() {
        capture("/a", NOON.plus(Duration.ofMinutes(5)));
        Instant evening = NOON.plus(Duration.ofHours(6));

        assertThat(links.leaveOut(FEED, List.of(dated("/a", 25), link("/b")), evening))
                .isEqualTo(1);

        assertThat(links.find(uri("/a"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
        assertThat(links.find(uri("/b"))).get().returns(KnownLink.State.LEFT_OUT, KnownLink::state);
    }

    @Test
    void aSourceThatDatesEverythingAnewAtEachRoundCostsLittle() {
        capture("/a", NOON);
        int fetches = 0;
        for (int hour = 1; hour < 24 * 30; hour++) {
            Instant now = NOON.plus(Duration.ofHours(hour));
            if (links.add(FEED, List.of(dated("/a", 1 + hour % 28)), WATCHED, now) > 0) {
                fetches++;
                store.captures().record(capturedAt("/a", now, fetches));
            }
        }

        assertThat(fetches).isBetween(5, 12);
    }

    @Test
    void aLinkWithoutACaptureIsNotUnchanged() {
        links.add(FEED, List.of(link("/a")), WATCHED, NOON);

        assertThat(links.unchanged(uri("/a"), NOON)).isFalse();
    }

    private void capture(String path, Instant at) {
        links.add(FEED, List.of(dated(path, 24)), WATCHED, NOON);
        store.captures().record(capturedAt(path, at, 0));
    }

    private static Capture capturedAt(String path, Instant at, int place) {
        return new Capture(
                0, FEED, uri(path), uri(path), "a.warc.gz", 100L * place, 100, at, "ab".repeat(32), Hints.NONE);
    }

    private static FoundLink dated(String path, int day) {
        return new FoundLink(uri(path), new Hints("", Published.on(LocalDate.of(2026, 11, day)), null, ""));
    }

    private static FoundLink link(String path) {
        return new FoundLink(uri(path), Hints.NONE);
    }

    private static URI uri(String path) {
        return URI.create("https://news.example" + path);
    }
}
