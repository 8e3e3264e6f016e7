package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;

class CapturesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SourceId FEED = new SourceId("example-feed");
    private static final String SHA256 = "ab".repeat(32);

    @TempDir
    private Path folder;

    private StateStore store;

    @BeforeEach
    void open() {
        store = StateStore.open(folder.resolve("state.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackEveryValueOfACapture() {
        Hints hints = new Hints(
                "Ministry tightens rules — again",
                Published.at(OffsetDateTime.parse("2026-11-23T09:30:00-05:00")),
                Published.at(OffsetDateTime.parse("2026-11-23T11:00:00-05:00")),
                "A summary.");
        Capture capture = new Capture(
                0, FEED, uri("/final"), uri("/asked"), "a.warc.gz", 17, 400, NOON.plusNanos(1_234_567), SHA256, hints);

        Capture recorded = store.captures().record(capture);

        assertThat(recorded.number()).isEqualTo(1);
        assertThat(store.captures().byNumber(1)).contains(recorded);
        assertThat(recorded.fetchedAt()).isEqualTo(NOON.plusMillis(1));
        assertThat(recorded.hints()).isEqualTo(hints);
    }

    @Test
    void keepsADayWithoutTime() {
        Hints hints = new Hints("", Published.on(LocalDate.of(2026, 11, 23)), null, "");

        store.captures().record(new Capture(0, FEED, uri("/a"), uri("/a"), "a.warc.gz", 0, 1, NOON, SHA256, hints));

        assertThat(store.captures().byNumber(1)).get().returns(hints, Capture::hints);
    }

    @Test
    void marksTheLinkAsCapturedInTheSameStep() {
        store.links().add(FEED, List.of(new FoundLink(uri("/asked"), Hints.NONE)), Set.of(FEED), NOON);

        store.captures().record(capture("/final", "/asked", 0));

        assertThat(store.links().find(uri("/asked"))).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
        assertThat(store.links().due(FEED, NOON, 10)).isEmpty();
    }

    @Test
    void recordsNothingWhenTheStepFails() {
        store.links().add(FEED, List.of(new FoundLink(uri("/b"), Hints.NONE)), Set.of(FEED), NOON);
        store.captures().record(capture("/a", "/a", 0));

        assertThatThrownBy(() -> store.captures().record(capture("/b", "/b", 0)))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("cannot record the capture of https://news.example/b");

        assertThat(store.captures().count()).isEqualTo(1);
        assertThat(store.links().find(uri("/b"))).get().returns(KnownLink.State.PENDING, KnownLink::state);
    }

    @Test
    void listsWhatComesAfterANumberInOrder() {
        for (int i = 0; i < 5; i++) {
            store.captures().record(capture("/" + i, "/" + i, i * 10L));
        }

        assertThat(store.captures().after(2, 2)).extracting(Capture::number).containsExactly(3L, 4L);
        assertThat(store.captures().after(5, 2)).isEmpty();
        assertThat(store.captures().highest()).isEqualTo(5);
    }

    @Test
    void hasTheNumberZeroWhileThereIsNoCapture() {
        assertThat(store.captures().highest()).isZero();
        assertThat(store.captures().latest(uri("/a"))).isEmpty();
        assertThat(store.captures().ends()).isEmpty();
    }

    @Test
    void findsTheNewestCaptureByEitherAddress() {
        store.captures().record(capture("/final", "/asked", 0));
        store.captures().record(capture("/other", "/other", 10));
        store.captures().record(capture("/final", "/final", 20));

        assertThat(store.captures().latest(uri("/final"))).get().returns(3L, Capture::number);
        assertThat(store.captures().latest(uri("/asked"))).get().returns(1L, Capture::number);
    }

    @Test
    void knowsWhereEachArchiveFileEnds() {
        store.captures().record(capture("/a", "/a", 100));
        store.captures().record(capture("/b", "/b", 110));
        store.captures()
                .record(new Capture(0, FEED, uri("/c"), uri("/c"), "b.warc.gz", 5, 7, NOON, SHA256, Hints.NONE));

        assertThat(store.captures().ends()).isEqualTo(Map.of("a.warc.gz", 120L, "b.warc.gz", 12L));
    }

    @Test
    void numbersManyThreadsWithoutGapOrDouble() throws Exception {
        List<Callable<Capture>> work = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Capture capture = capture("/" + i, "/" + i, i * 10L);
            work.add(() -> store.captures().record(capture));
        }

        List<Long> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Capture> recorded : threads.invokeAll(work)) {
                numbers.add(recorded.get().number());
            }
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
    }

    private static Capture capture(String path, String requested, long offset) {
        return new Capture(0, FEED, uri(path), uri(requested), "a.warc.gz", offset, 10, NOON, SHA256, Hints.NONE);
    }

    private static URI uri(String path) {
        return URI.create("https://news.example" + path);
    }
}
