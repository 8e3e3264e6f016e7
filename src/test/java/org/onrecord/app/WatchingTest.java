package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.DiskWatch;
import org.onrecord.job.Schedule;
import org.onrecord.metrics.Metrics;
import org.onrecord.state.DiskCheck;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import org.onrecord.web.Readiness;

class WatchingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aSuspendedAddressIsAWarningAndNoTrouble() {
        try (StateStore state = StateStore.open(folder.resolve("state.db"));
                LuceneIndex index = LuceneIndex.open(folder.resolve("articles"));
                DiskWatch disk = DiskWatch.start(new DiskCheck(folder), CLOCK);
                Metrics metrics = new Metrics();
                Schedule schedule = new Schedule(1, CLOCK)) {
            state.suppressions()
                    .add(new Suppression(
                            "bo@example.org",
                            Suppression.ALL,
                            Suppression.Kind.REFUSED,
                            "550 no such user",
                            NOW.minusSeconds(60)));

            Readiness readiness = new Watching(state, index, disk, folder, CLOCK)
                    .operations(schedule, metrics)
                    .readiness()
                    .get();

            assertThat(readiness.troubles()).isEmpty();
            assertThat(readiness.warnings())
                    .singleElement()
                    .asString()
                    .contains("bo@example.org gets nothing", "550 no such user", "digest resubscribe");
        }
    }
}
