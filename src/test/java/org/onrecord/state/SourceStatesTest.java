package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SourceId;

class SourceStatesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final SourceId FEED = new SourceId("example-feed");

    @TempDir
    private Path folder;

    @Test
    void replacesWhatWasKnown() {
        try (StateStore store = StateStore.open(folder.resolve("state.db"))) {
            SourceState first = SourceState.never(FEED, NOON).fetched("\"v1\"", "yesterday", "3 new", NOON, ONE);
            store.sourceStates().save(first);

            SourceState second = first.failed("status 503", ONE, ONE.plusSeconds(60));
            store.sourceStates().save(second);

            assertThat(store.sourceStates().all()).containsExactly(second);
            assertThat(second.etag()).isEqualTo("\"v1\"");
            assertThat(second.failures()).isEqualTo(1);
            assertThat(second.successAt()).isEqualTo(NOON);
        }
    }

    @Test
    void forgetsFailuresAfterAGoodRound() {
        SourceState failed = SourceState.never(FEED, NOON).failed("status 503", NOON, ONE);

        assertThat(failed.unchanged("not modified", ONE, ONE).failures()).isZero();
        assertThat(failed.fetched(null, null, "1 new", ONE, ONE).failures()).isZero();
    }

    @Test
    void asksInFullWhenTheLastFullPageIsSevenDaysOld() {
        SourceState state = SourceState.never(FEED, NOON).fetched("\"v1\"", null, "3 new", NOON, ONE);
        SourceState unchanged = state.unchanged("not modified", NOON.plus(Duration.ofDays(6)), ONE);

        assertThat(unchanged.mayAskConditionally(NOON.plus(Duration.ofDays(6)))).isTrue();
        assertThat(unchanged.mayAskConditionally(NOON.plus(Duration.ofDays(7)))).isFalse();
        assertThat(SourceState.never(FEED, NOON).mayAskConditionally(NOON)).isFalse();
    }

    @Test
    void waitsLongerWithEachFailureButNeverForGood() {
        Duration quarter = Duration.ofMinutes(15);

        assertThat(SourceState.pause(quarter, 1)).isEqualTo(quarter);
        assertThat(SourceState.pause(quarter, 3)).isEqualTo(Duration.ofHours(1));
        assertThat(SourceState.pause(quarter, 1_000)).isEqualTo(Duration.ofDays(1));
        assertThat(SourceState.pause(Duration.ofDays(7), 5)).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void isAskedBeforeItsTimeOnlyWhenItDidNotFail() {
        SourceState failed = SourceState.never(FEED, NOON).failed("status 503", NOON, ONE);

        assertThat(failed.waits(ONE.minusSeconds(1))).isTrue();
        assertThat(failed.waits(ONE)).isFalse();
        assertThat(failed.unchanged("not modified", NOON, ONE).waits(NOON)).isFalse();
    }
}
