package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.onrecord.fetch.HostTurns.Purpose;

@SuppressWarnings("try") // turns only have to be held
class HostTurnsTest {
    private final TestTicks ticks = new TestTicks();
    private final HostTurns turns = new HostTurns(Duration.ofSeconds(1), Duration.ofMinutes(5), ticks);

    @Test
    void keepsTheDelayBetweenTheStartsOfRequests() throws Exception {
        turns.await("a.example", Purpose.PAGE, Duration.ZERO).close();
        ticks.pass(Duration.ofMillis(300));
        turns.await("a.example", Purpose.PAGE, Duration.ZERO).close();
        ticks.pass(Duration.ofMillis(1500));
        turns.await("a.example", Purpose.PAGE, Duration.ZERO).close();

        assertThat(ticks.slept()).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void letsOtherHostsGoOn() throws Exception {
        for (String host : new String[] {"a.example", "b.example", "c.example"}) {
            turns.await(host, Purpose.PAGE, Duration.ZERO).close();
        }

        assertThat(ticks.slept()).isEmpty();
    }

    @Test
    void keepsTheCrawlDelayBetweenPagesOnly() throws Exception {
        turns.await("a.example", Purpose.PAGE, Duration.ofSeconds(10)).close();
        turns.await("a.example", Purpose.ROBOTS, Duration.ZERO).close();
        turns.await("a.example", Purpose.PAGE, Duration.ofSeconds(10)).close();

        assertThat(ticks.slept()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }

    @Test
    void doesNotSleepForACrawlDelayOfHours() throws Exception {
        turns.await("a.example", Purpose.PAGE, Duration.ofHours(2)).close();

        assertThatThrownBy(() -> turns.await("a.example", Purpose.PAGE, Duration.ofHours(2)))
                .isInstanceOfSatisfying(
                        TooEarlyException.class,
                        tooEarly -> assertThat(tooEarly.delay()).isEqualTo(Duration.ofHours(2)));
        ticks.pass(Duration.ofHours(2));
        turns.await("a.example", Purpose.PAGE, Duration.ofHours(2)).close();
    }

    @Test
    void asksNoHostBeforeTheTimeThatItNamed() throws Exception {
        Random random = new Random(20261124);
        Duration allowedAgain = Duration.ZERO;
        int asked = 0;
        for (int i = 0; i < 1000; i++) {
            try (HostTurns.Turn turn = turns.await("a.example", Purpose.PAGE, Duration.ZERO)) {
                assertThat(ticks.now()).isGreaterThanOrEqualTo(allowedAgain);
                Duration wait = Duration.ofSeconds(random.nextInt(600));
                turns.leaveAlone("a.example", wait);
                allowedAgain = ticks.now().plus(wait);
                asked++;
            } catch (TooEarlyException e) {
                ticks.pass(e.delay().dividedBy(2).plusMillis(random.nextInt(60_000)));
            }
        }
        assertThat(asked).isGreaterThan(100);
    }

    @Test
    void neverShortensAPause() throws Exception {
        turns.leaveAlone("a.example", Duration.ofHours(1));
        turns.leaveAlone("a.example", Duration.ofSeconds(10));

        assertThatThrownBy(() -> turns.await("a.example", Purpose.ROBOTS, Duration.ZERO))
                .isInstanceOf(TooEarlyException.class)
                .hasMessage("a.example asked us to come back later");
    }

    @Test
    void sendsOneRequestToAHostAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch done = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                Future<?> work = threads.submit(() -> {
                    try (HostTurns.Turn turn = turns.await("a.example", Purpose.PAGE, Duration.ZERO)) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        Thread.sleep(2);
                        running.decrementAndGet();
                        done.countDown();
                    }
                    return null;
                });
                assertThat(work).isNotNull();
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }
}
