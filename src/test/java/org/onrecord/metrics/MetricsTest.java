package org.onrecord.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;

class MetricsTest {
    @Test
    void countsFetchesByOutcomeAndKindOfHostAndNamesNoHost() {
        Fetcher refusing = new Fetcher() {
            @Override
            public FetchOutcome fetch(FetchRequest request) {
                return new FetchOutcome.Refused("robots");
            }

            @Override
            public void close() {}
        };
        try (Metrics metrics = new Metrics()) {
            Fetcher measured = metrics.measured(refusing);
            measured.fetch(FetchRequest.of(URI.create("https://www.bis.gov/x")));
            measured.fetch(FetchRequest.of(URI.create("https://news.example/x")));

            assertThat(metrics.text())
                    .contains("onrecord_fetch_seconds_count{host=\"government\",outcome=\"refused\"} 1")
                    .contains("onrecord_fetch_seconds_count{host=\"other\",outcome=\"refused\"} 1")
                    .doesNotContain("bis.gov", "news.example");
        }
    }

    @Test
    void aGaugeIsAskedWheneverTheFiguresAreRead() {
        try (Metrics metrics = new Metrics()) {
            int[] asked = {0};
            metrics.gauge("captures", "Captures in the archive", () -> ++asked[0]);

            metrics.text();

            assertThat(metrics.text()).contains("onrecord_captures 2.0");
        }
    }

    @Test
    void countsJobsAndRequests() {
        try (Metrics metrics = new Metrics()) {
            metrics.job("source", true, Duration.ofSeconds(2));
            metrics.request("/article/{id}", 404, Duration.ofMillis(3));

            assertThat(metrics.text())
                    .contains("onrecord_job_seconds_count{kind=\"source\",outcome=\"failed\"} 1")
                    .contains("onrecord_http_request_seconds_count{route=\"/article/{id}\",status=\"4xx\"} 1")
                    .contains("jvm_memory_used_bytes");
        }
    }
}
