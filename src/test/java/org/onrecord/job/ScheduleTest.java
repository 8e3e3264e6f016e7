package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.article.SourceId;
import org.onrecord.digest.Digest;

/** On the real clock, because the scheduler is; every wait ends as soon as what it waits for is there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScheduleTest {
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration SELDOM = Duration.ofDays(1);

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant();
    private final Schedule schedule = new Schedule(4, clock);

    @AfterEach
    void close() {
        schedule.close();
    }

    @Test
    void runsAJobAgainAndAgain() {
        AtomicInteger runs = new AtomicInteger();
        schedule.care("often", OFTEN, now, runs::incrementAndGet);

        schedule.start();

        await().until(() -> runs.get() >= 5);
    }

    @Test
    void runsNothingBeforeItIsStarted() {
        AtomicInteger runs = new AtomicInteger();
        schedule.care("often", OFTEN, now, runs::incrementAndGet);

        assertThat(schedule.nextRuns()).hasSize(1);
        assertThat(runs).hasValue(0);
    }

    @Test
    void aJobThatWasMissedManyTimesRunsOnceAtStart() {
        AtomicInteger missed = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        schedule.watch(
                new SourceId("missed"),
                Duration.ofHours(1),
                now.minus(Duration.ofHours(26)),
                asked -> missed.incrementAndGet());
        schedule.care("often", OFTEN, now, later::incrementAndGet);

        schedule.start();

        await().until(() -> missed.get() > 0 && later.get() >= 10);
        assertThat(missed).hasValue(1);
        assertThat(schedule.nextSourceRuns().get(new SourceId("missed"))).isAfter(now.plus(Duration.ofMinutes(50)));
    }

    @Test
    void oneJobNeverRunsTwiceAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean twice = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        schedule.care("slow", Duration.ofMillis(5), now, () -> {
            twice.compareAndSet(false, inside.incrementAndGet() > 1);
            sleep(30);
            inside.decrementAndGet();
            runs.incrementAndGet();
        });

        schedule.start();

        await().until(() -> runs.get() >= 5);
        assertThat(twice).isFalse();
    }

    @Test
    void aSlowJobDoesNotHoldUpOthers() {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger others = new AtomicInteger();
        schedule.care("slow", SELDOM, now, () -> awaitEnd(end));
        schedule.care("often", OFTEN, now, others::incrementAndGet);

        schedule.start();

        await().until(() -> others.get() >= 3);
        end.countDown();
    }

    @Test
    void aJobThatFailsRunsAgainAtItsNextTime() {
        AtomicInteger runs = new AtomicInteger();
        schedule.care("failing", OFTEN, now, () -> {
            if (runs.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("on purpose");
            }
            throw new AssertionError("on purpose");
        });

        schedule.start();

        await().until(() -> runs.get() >= 4);
    }

    @Test
    void aDigestIsSentForItsScheduledMomentAndTheNextOneFollows() {
        Instant moment = now.plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        Digest digest = digest("daily", moment);
        List<Instant> windows = new CopyOnWriteArrayList<>();
        schedule.send(digest, now, (due, window) -> windows.add(window));

        schedule.start();

        await().until(() -> !windows.isEmpty());
        assertThat(windows).containsExactly(moment);
        await().untilAsserted(() -> assertThat(schedule.nextRuns())
                .containsExactly(new NextRun("digest daily", moment.plus(Duration.ofDays(1)), ZoneOffset.UTC)));
    }

    @Test
    void aWindowThatWasMissedIsSentOnceAtStartAndOnlyTheLastOne() {
        Instant missed = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        List<Instant> windows = new CopyOnWriteArrayList<>();
        AtomicInteger later = new AtomicInteger();
        schedule.send(digest("daily", missed), now.minus(Duration.ofDays(4)), (due, window) -> windows.add(window));
        schedule.care("often", OFTEN, now, later::incrementAndGet);

        schedule.start();

        await().until(() -> !windows.isEmpty() && later.get() >= 10);
        assertThat(windows).containsExactly(missed);
    }

    @Test
    void aWindowThatWasSentIsNotSentAtStart() {
        Instant sent = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);

        schedule.send(digest("daily", sent), sent, (due, window) -> {});

        assertThat(schedule.nextRuns()).extracting(NextRun::at).containsExactly(sent.plus(Duration.ofDays(1)));
    }

    @Test
    void aDigestThatFailsIsSentTheNextTime() {
        Instant missed = now.minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        for (String id : List.of("exception", "error")) {
            schedule.send(digest(id, missed), now.minus(Duration.ofDays(4)), (due, window) -> {
                if (due.id().equals("error")) {
                    throw new AssertionError("on purpose");
                }
                throw new IllegalStateException("on purpose");
            });
        }

        schedule.start();

        await().untilAsserted(() -> assertThat(schedule.nextRuns())
                .extracting(NextRun::at)
                .containsExactly(missed.plus(Duration.ofDays(1)), missed.plus(Duration.ofDays(1))));
    }

    @Test
    void listsTheNextRunOfEachJobSoonestFirst() {
        Digest digest = new Digest(
                "daily",
                "Daily",
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneId.of("Asia/Taipei"),
                List.of(new Digest.SavedSearch("all", "")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH);
        Instant soon = now.plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MILLIS);
        schedule.send(digest, now, (due, window) -> {});
        schedule.watch(new SourceId("feed"), Duration.ofHours(1), soon, asked -> {});
        schedule.care("maintenance", SELDOM, soon.plus(Duration.ofDays(2)), () -> {});

        assertThat(schedule.nextRuns())
                .containsExactly(
                        new NextRun("source feed", soon, ZoneId.systemDefault()),
                        new NextRun("digest daily", digest.nextAfter(now), ZoneId.of("Asia/Taipei")),
                        new NextRun("care maintenance", soon.plus(Duration.ofDays(2)), ZoneId.systemDefault()));
        assertThat(schedule.nextSourceRuns()).containsOnlyKeys(new SourceId("feed"));
    }

    @Test
    void refusesTwoJobsOfOneName() {
        schedule.care("mail", SELDOM, now, () -> {});

        assertThatThrownBy(() -> schedule.care("mail", SELDOM, now, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two jobs are named care mail");
    }

    @Test
    void closingWaitsForJobsThatRun() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        schedule.care("slow", SELDOM, now, () -> {
            started.countDown();
            sleep(200);
            finished.set(true);
        });
        schedule.start();
        awaitEnd(started);

        schedule.close();

        assertThat(finished).isTrue();
    }

    private static Digest digest(String id, Instant at) {
        return new Digest(
                id,
                "Digest " + id,
                LocalTime.ofInstant(at, ZoneOffset.UTC),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch("all", "")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
