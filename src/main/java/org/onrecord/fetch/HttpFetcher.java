package org.onrecord.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.jspecify.annotations.Nullable;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.HostTurns.Purpose;

/**
 * Fetches pages over http and https. Safe for use by many threads, best by virtual ones: a thread waits until it is its
 * turn at the host.
 *
 * <p>Redirects are followed by hand, and each step is a request like the first: its address is read anew, its host's
 * robots.txt is asked, its turn awaited, its IP address checked when it is dialled.
 */
public final class HttpFetcher implements Fetcher {
    private static final String WANTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final FetchSettings settings;
    private final Clock clock;
    private final Ticks ticks;
    private final PoliteWire wire;
    private final Robots robots;

    public HttpFetcher(FetchSettings settings, Clock clock) {
        this(settings, clock, PauseMemory.NONE);
    }

    /**
     * @param pauses what hosts asked for before, and where to remember what they ask for now
     */
    public HttpFetcher(FetchSettings settings, Clock clock, PauseMemory pauses) {
        this(settings, clock, Ticks.SYSTEM, new SystemNames(settings.connectTimeout()), null, null, pauses);
    }

    /**
     * With everything that tests replace.
     *
     * @param sockets makes the sockets to dial with; null for ordinary ones
     */
    HttpFetcher(
            FetchSettings settings,
            Clock clock,
            Ticks ticks,
            NameResolver names,
            @Nullable DetachedSocketFactory sockets) {
        this(settings, clock, ticks, names, sockets, null, PauseMemory.NONE);
    }

    /** With certificates that tests believe. */
    HttpFetcher(FetchSettings settings, Clock clock, SSLContext trusted) {
        this(
                settings,
                clock,
                Ticks.SYSTEM,
                new SystemNames(settings.connectTimeout()),
                null,
                trusted,
                PauseMemory.NONE);
    }

    private HttpFetcher(
            FetchSettings settings,
            Clock clock,
            Ticks ticks,
            NameResolver names,
            @Nullable DetachedSocketFactory sockets,
            @Nullable SSLContext trusted,
            PauseMemory pauses) {
        GuardedNames guarded = new GuardedNames(names, new AddressGuard(settings.allowed()));
        HttpWire plain = new HttpWire(settings, guarded, sockets, trusted);
        this.settings = settings;
        this.clock = clock;
        this.ticks = ticks;
        HostTurns turns = new HostTurns(settings.delay(), settings.longestWait(), ticks);
        Instant now = clock.instant();
        pauses.current(now).forEach((host, until) -> turns.leaveAlone(host, Duration.between(now, until)));
        this.wire = new PoliteWire(settings, plain, turns, clock, pauses);
        this.robots = new Robots(settings, wire, ticks);
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        try {
            return follow(request, WebAddress.parse(request.uri().toString()));
        } catch (RefusedException e) {
            return new Refused(e.reason());
        } catch (TooEarlyException e) {
            return new Failed(e.reason(), Outlook.NOT_ASKED, e.delay());
        } catch (TimeoutException e) {
            return new Failed(
                    "no full answer within " + settings.totalTimeout().toSeconds() + " s", Outlook.PASSING, null);
        } catch (IOException e) {
            return new Failed(Reasons.of(e), Outlook.PASSING, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("interrupted", Outlook.PASSING, null);
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    private FetchOutcome follow(FetchRequest request, WebAddress first)
            throws IOException, TimeoutException, TooEarlyException, InterruptedException {
        TimeBudget budget = new TimeBudget(settings.totalTimeout(), ticks);
        WebAddress at = first;
        for (int requests = 1; requests <= settings.maxRequests(); requests++) {
            Duration crawlDelay;
            switch (robots.verdict(at)) {
                case RobotsVerdict.Allowed allowed -> crawlDelay = allowed.crawlDelay();
                case RobotsVerdict.Forbidden forbidden -> {
                    return new Refused("robots.txt of " + at.origin() + " forbids it");
                }
                case RobotsVerdict.HostRefused host -> {
                    return new Refused(host.reason());
                }
                case RobotsVerdict.Paused paused -> {
                    return new Failed(paused.reason(), Outlook.NOT_ASKED, paused.tryAgainAfter());
                }
                case RobotsVerdict.Unknown unknown -> {
                    return new Failed(unknown.reason(), Outlook.PASSING, unknown.tryAgainAfter());
                }
            }
            Answer answer = wire.get(at, Purpose.PAGE, crawlDelay, headers(request), settings.maxBody(), budget);
            Optional<WebAddress> redirect = PoliteWire.redirect(at, answer);
            if (redirect.isEmpty()) {
                return outcome(request, at.equals(first) ? request.uri() : at.uri(), answer);
            }
            at = redirect.get();
        }
        return new Failed(
                "more than " + settings.maxRequests() + " requests in a chain of redirects", Outlook.PASSING, null);
    }

    private FetchOutcome outcome(FetchRequest request, URI uri, Answer answer) throws IOException {
        return switch (answer.status()) {
            case 200 -> page(request, uri, answer);
            case 304 ->
                headers(request).size() > 1
                        ? new NotModified()
                        : new Failed(
                                "status 304, but nothing was known that could be unchanged", Outlook.PASSING, null);
            case 404 -> new Failed("status 404", Outlook.MISSING, null);
            case 410 -> new Failed("status 410", Outlook.FINAL, null);
            default ->
                new Failed(
                        "status " + answer.status(),
                        Outlook.PASSING,
                        wire.retryAfter(answer).orElse(null));
        };
    }

    private FetchOutcome page(FetchRequest request, URI uri, Answer answer) throws IOException {
        if (answer.cut()) {
            return new Failed("a body of more than " + settings.maxBody() + " bytes", Outlook.FINAL, null);
        }
        byte[] body = BodyCodings.undo(answer, settings.maxExpandedBody());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        headers.remove("Content-Encoding");
        headers.remove("Transfer-Encoding");
        if (body.length != answer.body().length) {
            headers.remove("Content-Length");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Fetched(new Page(request.uri(), uri, 200, headers, body, now, answer.version()));
    }

    private static Map<String, String> headers(FetchRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", WANTED);
        putIfPrintable(headers, "If-None-Match", request.etag());
        putIfPrintable(headers, "If-Modified-Since", request.lastModified());
        return headers;
    }

    /** What could not be sent back byte for byte is not sent. */
    private static void putIfPrintable(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank() && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            headers.put(name, value);
        }
    }
}
