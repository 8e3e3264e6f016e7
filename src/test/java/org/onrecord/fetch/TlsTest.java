package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.LocalCertificate;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.Outlook;

/** Pages over TLS, from a server on loopback. */
class TlsTest {
    private static final FakeServer.Reply PAGE =
            FakeServer.text("200 OK", "Content-Type: text/html\r\n", "<p>Secure</p>");

    @TempDir
    static Path folder;

    private static LocalCertificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = LocalCertificate.make(folder, "localhost");
    }

    @Test
    void fetchesFromAServerWhoseCertificateIsTrusted() throws Exception {
        try (FakeServer server = FakeServer.secure(certificate.shown(), PAGE);
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, Clock.systemUTC(), certificate.trusted())) {
            FetchOutcome outcome = fetcher.fetch(FetchRequest.of(at("localhost", server)));

            assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
                assertThat(fetched.page().body()).asString().isEqualTo("<p>Secure</p>");
                assertThat(fetched.page().uri()).isEqualTo(at("localhost", server));
            });
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request).contains("Host: localhost:" + server.port()));
        }
    }

    @Test
    void asksNothingOfAServerWhoseCertificateNobodyTrusts() throws Exception {
        try (FakeServer server = FakeServer.secure(certificate.shown(), PAGE);
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, Clock.systemUTC())) {
            assertRefused(fetcher.fetch(FetchRequest.of(at("localhost", server))), server);
        }
    }

    @Test
    void asksNothingOfAServerWithACertificateForAnotherName() throws Exception {
        try (FakeServer server = FakeServer.secure(certificate.shown(), PAGE);
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, Clock.systemUTC(), certificate.trusted())) {
            assertRefused(fetcher.fetch(FetchRequest.of(at("127.0.0.1", server))), server);
        }
    }

    @Test
    void endsInTimeWithAServerThatNeverFinishesItsGreeting() throws IOException {
        try (java.net.ServerSocket silent =
                        new java.net.ServerSocket(0, 10, java.net.InetAddress.getLoopbackAddress());
                HttpFetcher fetcher = new HttpFetcher(TestSettings.small(Duration.ofSeconds(1)), Clock.systemUTC())) {
            long start = System.nanoTime();

            FetchOutcome outcome =
                    fetcher.fetch(FetchRequest.of(URI.create("https://localhost:" + silent.getLocalPort() + "/")));

            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void assertRefused(FetchOutcome outcome, FakeServer server) {
        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.outlook()).isEqualTo(Outlook.PASSING);
            assertThat(failed.reason()).contains("no secure connection");
        });
        assertThat(server.requests()).isEmpty();
    }

    private static URI at(String host, FakeServer server) {
        return URI.create("https://" + host + ":" + server.port() + "/a");
    }
}
