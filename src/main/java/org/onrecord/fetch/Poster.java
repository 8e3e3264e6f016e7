package org.onrecord.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to addresses of others, through the same check of addresses as all that is fetched: what is not public is
 * never dialled unless the settings allow it, and no redirect is followed. Safe for use by many threads.
 */
public final class Poster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_ANSWER = 16 * 1024;

    private final FetchSettings settings;
    private final Clock clock;
    private final HttpWire wire;

    public Poster(FetchSettings settings, Clock clock) {
        this(settings, clock, null);
    }

    /** With certificates that tests believe. */
    Poster(FetchSettings settings, Clock clock, @Nullable SSLContext trusted) {
        this.settings = settings;
        this.clock = clock;
        this.wire = new HttpWire(
                settings,
                new GuardedNames(new SystemNames(settings.connectTimeout()), new AddressGuard(settings.allowed())),
                null,
                trusted);
    }

    /**
     * Posts a body once, and waits twenty seconds at most.
     *
     * @param headers what to send besides Host, User-Agent and Content-Length
     */
    public Post post(URI uri, Map<String, String> headers, byte[] body) {
        try {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put("User-Agent", UserAgent.header(settings.contact()));
            Answer answer = wire.post(WebAddress.parse(uri.toString()), all, body, MOST_ANSWER, PATIENCE);
            return new Post.Answered(
                    answer.status(),
                    answer.header("Retry-After")
                            .flatMap(value -> RetryAfter.parse(value, clock.instant(), settings.longestRetryAfter()))
                            .orElse(null));
        } catch (RefusedException e) {
            return new Post.Failed(e.reason());
        } catch (TimeoutException e) {
            return new Post.Failed("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (IOException e) {
            return new Post.Failed(Reasons.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Post.Failed("interrupted");
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
