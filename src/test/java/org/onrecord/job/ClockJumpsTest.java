package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.article.SourceId;
import org.onrecord.digest.Digest;
import org.onrecord.state.HomeLock;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clocks that jump, played against the real schedule. What is planned is planned by a clock that stands where the machine's
 * stood before the jump; the scheduler then finds the machine's clock where it is after it.
 */
class ClockJumpsTest {
    private static final Pattern JUMP = Pattern.compile("(forward|back|stopped for) (\\d+) (hour|day)s?");
    private static final Pattern START = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) at start");
    private static final SourceId FEED = new SourceId("feed");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> jobsSurviveClocksThatJump() {
        return tests(List.of(
                "forward 3 hours",
                "forward 9 days",
                "back 2 hours",
                "back 1 day",
                "forward 30 days, then back",
                "process stopped for 50 hours",
                "1980-01-01 at start",
                "two processes"));
    }

    @TestFactory
    List<DynamicTest> jobsSurviveTheJumpsOfTheKit() throws IOException {
        Path kit = SharedMaterial.at("hostile/dates/clock-jumps.jsonl");
        if (!Files.exists(kit)) {
            return List.of(DynamicTest.dynamicTest("kit", () -> assumeTrue(false, "skipped: there is no " + kit)));
        }
        List<String> jumps = new ArrayList<>();
        for (String line : Files.readAllLines(kit)) {
            JsonNode row = JsonMapper.shared().readTree(line);
            jumps.add(row.get("jump").asString());
        }
        return tests(jumps);
    }

    private List<DynamicTest> tests(List<String> jumps) {
        return jumps.stream()
                .map(jump -> DynamicTest.dynamicTest(jump, () -> play(jump)))
                .toList();
    }

    private void play(String words) {
        Matcher jump = JUMP.matcher(words);
        Matcher start = START.matcher(words);
        if (jump.find()) {
            int number = Integer.parseInt(jump.group(2));
            Duration by = jump.group(3).equals("hour") ? Duration.ofHours(number) : Duration.ofDays(number);
            if (words.contains("then back")) {
                forwardAndBack(by);
            } else if (jump.group(1).equals("back")) {
                back(by);
            } else {
                forward(by);
            }
        } else if (start.find()) {
            startAt(LocalDate.parse(start.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant());
        } else {
            assertThat(words).startsWith("two ");
            twoProcesses();
        }
    }

    /** Each job catches up once, and of the windows that passed the last is sent, which tells what is new since the last mail. */
    private void forward(Duration by) {
        JumpingClock clock = new JumpingClock(by.negated());
        Duration every = by.dividedBy(6);
        Instant slot = Instant.now().minus(by.dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        Digest digest = daily(slot);
        AtomicInteger rounds = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        List<Instant> windows = new CopyOnWriteArrayList<>();
        try (Schedule schedule = new Schedule(3, clock)) {
            Instant before = clock.instant();
            schedule.watch(FEED, every, before.plus(every), asked -> rounds.incrementAndGet());
            schedule.send(digest, before, (due, window) -> windows.add(window));
            schedule.care("often", Duration.ofMillis(20), Instant.now(), others::incrementAndGet);
            clock.offset = Duration.ZERO;
            schedule.start();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> rounds.get() > 0 && !windows.isEmpty() && others.get() >= 20);
            Instant now = Instant.now();
            assertThat(rounds).hasValue(1);
            assertThat(windows).containsExactly(digest.lastUpTo(now));
            assertThat(schedule.nextSourceRuns().get(FEED)).isAfter(now).isBeforeOrEqualTo(now.plus(every));
            assertThat(schedule.nextRuns())
                    .contains(new NextRun("digest daily", digest.nextAfter(now), ZoneOffset.UTC));
        }
    }

    /** No window that was sent before the jump is sent after it, and a source is asked after a restart as usual. */
    private void back(Duration by) {
        JumpingClock clock = new JumpingClock(by);
        Instant before = clock.instant();
        Digest digest = daily(before.minus(by.dividedBy(2)).truncatedTo(ChronoUnit.SECONDS));
        List<Instant> windows = new CopyOnWriteArrayList<>();
        AtomicInteger others = new AtomicInteger();
        try (Schedule schedule = new Schedule(2, clock)) {
            schedule.send(digest, before, (due, window) -> windows.add(window));
            clock.offset = Duration.ZERO;
            schedule.care("often", Duration.ofMillis(20), Instant.now(), others::incrementAndGet);
            schedule.start();

            await().atMost(Duration.ofSeconds(60)).until(() -> others.get() >= 20);
            assertThat(windows).isEmpty();
            assertThat(schedule.nextRuns())
                    .contains(new NextRun("digest daily", digest.nextAfter(before), ZoneOffset.UTC));
        }
        assertThatASourceOfThatTimeIsDueWithin(before, Duration.ofMinutes(15));
    }

    /** What the clock showed in between keeps no source waiting for it. */
    private void forwardAndBack(Duration by) {
        assertThatASourceOfThatTimeIsDueWithin(Instant.now().plus(by), Duration.ofMinutes(15));
    }

    private static void assertThatASourceOfThatTimeIsDueWithin(Instant asked, Duration every) {
        Instant now = Instant.now();
        SourceState good = SourceState.never(FEED, asked).unchanged("nothing new", asked, asked.plus(every));
        SourceState failed = good.failed("503", asked, asked.plus(Duration.ofDays(1)));

        assertThat(good.dueAt(now, every)).isAfter(now).isBeforeOrEqualTo(now.plus(every));
        assertThat(failed.dueAt(now, every)).isAfter(now).isBeforeOrEqualTo(now.plus(every));
        assertThat(failed.waits(now)).isFalse();
    }

    /** A clock that starts in the past plans nothing for at once: what was asked lies ahead, and is due after its time. */
    private static void startAt(Instant start) {
        Instant asked = Instant.now();
        Duration every = Duration.ofMinutes(15);
        SourceState known = SourceState.never(FEED, asked).unchanged("nothing new", asked, asked.plus(every));

        assertThat(known.liesAhead(start)).isTrue();
        assertThat(known.dueAt(start, every)).isEqualTo(start.plus(every));
    }

    /** The second process on a home is refused, so each job runs in one. */
    private void twoProcesses() {
        Path home = folder.resolve("home");
        try (HomeLock first = HomeLock.acquire(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.acquire(home)).isInstanceOf(StateException.class);
        }
    }

    private static Digest daily(Instant at) {
        return new Digest(
                "daily",
                "Daily",
                LocalTime.ofInstant(at, ZoneOffset.UTC),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch("all", "")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH);
    }

    /** The machine's clock, as far off as it is told. */
    private static final class JumpingClock extends Clock {
        private volatile Duration offset;

        JumpingClock(Duration offset) {
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
