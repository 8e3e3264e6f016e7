package org.onrecord.fetch;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests to a host follow one another at a distance, while other hosts go on. Safe for use by many threads.
 *
 * <p>The distance is between the starts of requests: at least the delay of the settings, and between pages (not
 * robots.txt) at least what the host asks for by Crawl-delay. A host that asked us to come back later is left alone
 * until then.
 */
final class HostTurns {
    /** How long a thread sleeps for a host that asked for a pause; for a longer one it gives up. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(5);

    /** Before anything that happened. */
    private static final Duration NEVER = Duration.ofDays(-1_000_000);

    private static final int MANY_HOSTS = 10_000;

    private final Duration delay;
    private final Duration longestWait;
    private final Ticks ticks;
    private final ConcurrentHashMap<String, Host> hosts = new ConcurrentHashMap<>();

    HostTurns(Duration delay, Duration longestWait, Ticks ticks) {
        this.delay = delay;
        this.longestWait = longestWait;
        this.ticks = ticks;
    }

    /** What a request is for. */
    enum Purpose {
        PAGE,
        ROBOTS
    }

    /** The right to send one request to a host; given back by closing it, in the thread that got it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until a request may start.
     *
     * @param crawlDelay what the host asks for between pages; zero if nothing
     * @throws TooEarlyException if the wait would be too long
     */
    Turn await(String name, Purpose purpose, Duration crawlDelay) throws TooEarlyException, InterruptedException {
        forgetIdleHosts();
        Host host = host(name);
        if (!host.busy.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TooEarlyException(name + " is busy with earlier requests", longestWait);
        }
        try {
            sleep(host, name, purpose, crawlDelay);
        } catch (TooEarlyException | InterruptedException | RuntimeException e) {
            host.busy.unlock();
            throw e;
        }
        host.started = ticks.now();
        if (purpose == Purpose.PAGE) {
            host.pageStarted = host.started;
        }
        return host.busy::unlock;
    }

    /** Leaves the host alone for a while. */
    void leaveAlone(String name, Duration time) {
        Host host = host(name);
        host.barredUntil = later(host.barredUntil, ticks.now().plus(time));
    }

    private void sleep(Host host, String name, Purpose purpose, Duration crawlDelay)
            throws TooEarlyException, InterruptedException {
        Duration wait = wait(host, purpose, crawlDelay);
        while (wait.isPositive()) {
            Duration barred = host.barredUntil.minus(ticks.now());
            if (barred.compareTo(SHORT_PAUSE) > 0) {
                throw new TooEarlyException(name + " asked us to come back later", barred);
            }
            if (wait.compareTo(longestWait) > 0) {
                throw new TooEarlyException(name + " wants " + crawlDelay.toSeconds() + " s between pages", wait);
            }
            ticks.sleep(wait);
            wait = wait(host, purpose, crawlDelay);
        }
    }

    private Duration wait(Host host, Purpose purpose, Duration crawlDelay) {
        Duration earliest = later(host.barredUntil, host.started.plus(delay));
        if (purpose == Purpose.PAGE) {
            earliest = later(earliest, host.pageStarted.plus(crawlDelay));
        }
        return earliest.minus(ticks.now());
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, key -> new Host());
    }

    /** After a day no distance counts any more. */
    private void forgetIdleHosts() {
        if (hosts.size() > MANY_HOSTS) {
            Duration yesterday = ticks.now().minus(Duration.ofDays(1));
            hosts.values()
                    .removeIf(host -> !host.busy.isLocked()
                            && !host.busy.hasQueuedThreads()
                            && host.started.compareTo(yesterday) < 0
                            && host.barredUntil.compareTo(yesterday) < 0);
        }
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The starts are read and written by who holds the lock; {@code barredUntil} by anybody. */
    private static final class Host {
        private final ReentrantLock busy = new ReentrantLock(true);
        private volatile Duration started = NEVER;
        private volatile Duration pageStarted = NEVER;
        private volatile Duration barredUntil = NEVER;
    }
}
