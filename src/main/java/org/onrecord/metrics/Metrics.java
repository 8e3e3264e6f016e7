package org.onrecord.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.onrecord.fetch.Fetcher;
import org.onrecord.tag.Tagger;

/**
 * Counters, timers and gauges of one process. All names begin with {@code onrecord_} but those of Java itself; labels have
 * few values, never hosts, queries or titles. Safe for use by many threads.
 */
public final class Metrics implements AutoCloseable {
    /** The text form of Prometheus. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A job has ended. */
    public void job(String kind, boolean failed, Duration took) {
        timer("onrecord.job", "Jobs by kind and outcome", "kind", kind, "outcome", failed ? "failed" : "done")
                .record(took);
    }

    /**
     * A request was answered.
     *
     * @param route the pattern of its address, such as {@code /article/{id}}
     */
    public void request(String route, int status, Duration took) {
        timer(
                        "onrecord.http.request",
                        "Requests by route and class of status; the searches are among them",
                        "route",
                        route,
                        "status",
                        status / 100 + "xx")
                .record(took);
    }

    /** A value that is asked for whenever somebody reads the figures; NaN when it cannot be had. */
    public void gauge(String name, String about, Supplier<Number> value) {
        Gauge.builder("onrecord." + name, value).description(about).register(registry);
    }

    /** The same fetcher, counted. */
    public Fetcher measured(Fetcher fetcher) {
        return new MeasuredFetcher(
                fetcher,
                (outcome, host) -> timer(
                        "onrecord.fetch", "Fetches by outcome and kind of host", "outcome", outcome, "host", host));
    }

    /** The same tagger, timed. */
    public Tagger measured(Tagger tagger) {
        return new MeasuredTagger(tagger, timer("onrecord.tag", "Taggings of one article"));
    }

    /** Everything, in the form of {@link #TYPE}. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }

    private Timer timer(String name, String about, String... labels) {
        return Timer.builder(name)
                .description(about)
                .tags(labels)
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(150),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10))
                .register(registry);
    }
}
