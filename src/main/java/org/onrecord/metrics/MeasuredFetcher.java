package org.onrecord.metrics;

import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;

/**
 * Times each fetch by its outcome and by whether the host is a government's.
 *
 * @param timers the timer for an outcome and a kind of host
 */
record MeasuredFetcher(Fetcher fetcher, BiFunction<String, String, Timer> timers) implements Fetcher {
    private static final Pattern GOVERNMENT =
            Pattern.compile("(.+\\.)?(gov|mil|(gov|go|gob|gouv|mil)\\.[a-z]{2}|europa\\.eu|parliament\\.uk)");

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        long start = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(request);
        timers.apply(label(outcome), kindOf(request.uri())).record(Duration.ofNanos(System.nanoTime() - start));
        return outcome;
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private static String label(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> "fetched";
            case FetchOutcome.NotModified same -> "not-modified";
            case FetchOutcome.Refused refused -> "refused";
            case FetchOutcome.Failed failed -> "failed";
        };
    }

    static String kindOf(URI uri) {
        String host = uri.getHost();
        return host != null && GOVERNMENT.matcher(host.toLowerCase(Locale.ROOT)).matches() ? "government" : "other";
    }
}
