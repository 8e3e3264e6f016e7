package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SourceId;

/** The rows about captures that were passed over, versions of articles, and pauses of hosts. */
class CareRowsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ArticleId ARTICLE = new ArticleId("a");

    @TempDir
    private Path folder;

    private StateStore store;

    @BeforeEach
    void openWithFourCaptures() {
        store = StateStore.open(folder.resolve("state.db"));
        URI uri = URI.create("https://news.example/a");
        for (int i = 0; i < 4; i++) {
            store.captures()
                    .record(new Capture(
                            0, new SourceId("feed"), uri, uri, "a.warc.gz", i, 1, NOON, "ab".repeat(32), Hints.NONE));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCaptureThatWasPassedOverIsDueAgainAfterALongerAndLongerPause() {
        PassedOver passedOver = store.passedOver();

        passedOver.add(2, "damaged", NOON);
        assertThat(passedOver.due(NOON.plus(Duration.ofMinutes(4)), 10)).isEmpty();
        assertThat(passedOver.due(NOON.plus(Duration.ofMinutes(5)), 10)).hasSize(1);
        for (int i = 0; i < 50; i++) {
            passedOver.add(2, "still damaged", NOON);
        }
        assertThat(passedOver.all())
                .containsExactly(new PassedOver.Entry(2, "still damaged", 51, NOON.plus(Duration.ofDays(1))));

        passedOver.remove(List.of(1L, 2L));
        assertThat(passedOver.all()).isEmpty();
    }

    @Test
    void aCaptureWithTheSameTextIsNoVersion() {
        Versions versions = store.versions();

        versions.record(List.of(
                new Versions.Entry(ARTICLE, 1, "x"),
                new Versions.Entry(ARTICLE, 2, "x"),
                new Versions.Entry(ARTICLE, 3, "y"),
                new Versions.Entry(ARTICLE, 4, "x")));

        assertThat(versions.of(ARTICLE)).containsExactly(1L, 3L, 4L);
        assertThat(versions.newest(ARTICLE)).isEqualTo(4);
        assertThat(versions.articles(4)).containsExactly(ARTICLE);
    }

    @Test
    void aCaptureReadAgainLeavesTheArticleThatItShowedBefore() {
        Versions versions = store.versions();
        versions.record(List.of(new Versions.Entry(ARTICLE, 1, "x")));

        versions.record(List.of(new Versions.Entry(new ArticleId("b"), 1, "x")));

        assertThat(versions.of(ARTICLE)).isEmpty();
        assertThat(versions.newest(ARTICLE)).isZero();
    }

    @Test
    void theLongerPauseOfAHostCountsUntilItIsOver() {
        HostPauses pauses = store.hostPauses();

        pauses.add("news.example", NOON.plusSeconds(60));
        pauses.add("news.example", NOON.plusSeconds(30));

        assertThat(pauses.current(NOON)).isEqualTo(Map.of("news.example", NOON.plusSeconds(60)));
        assertThat(pauses.current(NOON.plusSeconds(60))).isEmpty();
    }
}
