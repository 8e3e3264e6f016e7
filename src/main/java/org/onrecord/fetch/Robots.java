package org.onrecord.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.onrecord.fetch.HostTurns.Purpose;

/**
 * Knows the robots.txt of every host that we ask (RFC 9309). Each is fetched once for all threads that want it, and
 * again after some hours.
 *
 * <p>Statuses 400 to 499 mean that there are no rules. Where the file cannot be had for other reasons (500 and above,
 * 429, no answer), nothing may be asked for until it is tried again after ten minutes.
 */
final class Robots {
    private static final Duration PAUSE_WHEN_UNKNOWN = Duration.ofMinutes(10);
    private static final int MOST_REQUESTS = 6; // RFC 9309, 2.3.1.2: at least five redirects
    private static final int MOST_HOSTS = 2000;

    private final FetchSettings settings;
    private final PoliteWire wire;
    private final Ticks ticks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, FutureTask<Known>> hosts = new LinkedHashMap<>(16, 0.75f, true);

    Robots(FetchSettings settings, PoliteWire wire, Ticks ticks) {
        this.settings = settings;
        this.wire = wire;
        this.ticks = ticks;
    }

    /** What is known of a host, and until when it counts. */
    private record Known(Function<String, RobotsVerdict> verdict, Duration until) {}

    /** Whether the address may be asked for; fetches the host's robots.txt if need be. */
    RobotsVerdict verdict(WebAddress address) throws InterruptedException {
        FutureTask<Known> fresh = new FutureTask<>(() -> load(address));
        FutureTask<Known> host = remembered(address.origin(), fresh);
        host.run(); // does nothing if it has run, or another thread runs it
        try {
            return host.get().verdict().apply(address.toString());
        } catch (ExecutionException e) {
            forget(address.origin(), host);
            if (e.getCause() instanceof InterruptedException) {
                return unknown(address, "interrupted", Duration.ZERO);
            }
            throw new IllegalStateException("cannot judge robots.txt of " + address.origin(), e.getCause());
        }
    }

    private FutureTask<Known> remembered(String origin, FutureTask<Known> fresh) {
        lock.lock();
        try {
            FutureTask<Known> host = hosts.get(origin);
            if (host != null && !isOver(host)) {
                return host;
            }
            hosts.put(origin, fresh);
            if (hosts.size() > MOST_HOSTS) {
                hosts.remove(hosts.keySet().iterator().next());
            }
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver(FutureTask<Known> host) {
        return host.state() == Future.State.SUCCESS && host.resultNow().until().compareTo(ticks.now()) <= 0;
    }

    private void forget(String origin, FutureTask<Known> host) {
        lock.lock();
        try {
            hosts.remove(origin, host);
        } finally {
            lock.unlock();
        }
    }

    private Known load(WebAddress page) throws InterruptedException {
        WebAddress at = new WebAddress(page.scheme(), page.host(), page.port(), "/robots.txt");
        WebAddress first = at;
        TimeBudget budget = new TimeBudget(settings.totalTimeout(), ticks);
        try {
            for (int request = 1; request <= MOST_REQUESTS; request++) {
                Answer answer = wire.get(at, Purpose.ROBOTS, Duration.ZERO, Map.of(), settings.maxRobots(), budget);
                Optional<WebAddress> redirect = PoliteWire.redirect(at, answer);
                if (redirect.isEmpty()) {
                    return known(first, answer);
                }
                at = redirect.get();
            }
            return rules(RobotsFile.allowingAll()); // RFC 9309, 2.3.1.2
        } catch (RefusedException e) {
            return at.equals(first)
                    ? new Known(address -> new RobotsVerdict.HostRefused(e.reason()), until(PAUSE_WHEN_UNKNOWN))
                    : unknown(first, "it leads to an address that we do not ask: " + e.reason());
        } catch (TooEarlyException e) {
            return new Known(address -> new RobotsVerdict.Paused(e.reason(), e.delay()), until(e.delay()));
        } catch (TimeoutException e) {
            return unknown(
                    first, "no full answer within " + settings.totalTimeout().toSeconds() + " s");
        } catch (IOException e) {
            return unknown(first, Reasons.of(e));
        }
    }

    private Known known(WebAddress file, Answer answer) throws IOException {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            byte[] body = BodyCodings.undo(answer, settings.maxExpandedBody());
            return rules(RobotsFile.parse(
                    file.toString(), body, UserAgent.TOKEN, settings.maxRobots(), settings.longestRetryAfter()));
        }
        if (status >= 400 && status < 500 && status != 429) {
            return rules(RobotsFile.allowingAll());
        }
        Duration wait = wire.retryAfter(answer).orElse(PAUSE_WHEN_UNKNOWN);
        return new Known(address -> unknown(file, "status " + status, wait), until(wait));
    }

    private Known rules(RobotsFile file) {
        return new Known(file::verdict, until(settings.robotsMaxAge()));
    }

    private Known unknown(WebAddress file, String reason) {
        return new Known(address -> unknown(file, reason, PAUSE_WHEN_UNKNOWN), until(PAUSE_WHEN_UNKNOWN));
    }

    private static RobotsVerdict unknown(WebAddress address, String reason, Duration wait) {
        return new RobotsVerdict.Unknown(
                "robots.txt of " + address.origin() + " cannot be read (" + reason + "), so nothing is asked for now",
                wait);
    }

    private Duration until(Duration time) {
        return ticks.now().plus(time);
    }
}
