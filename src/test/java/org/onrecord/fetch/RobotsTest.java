package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;

@Timeout(60)
class RobotsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private final TestTicks ticks = new TestTicks();

    @Test
    void asksNothingThatRobotsTxtForbids() throws IOException {
        try (FakeServer server = server(FakeServer.text("200 OK", "", "User-agent: *\nDisallow: /private\n"));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/private/a"))))
                    .isEqualTo(new Refused("robots.txt of http://127.0.0.1:" + server.port() + " forbids it"));
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/public")))).isInstanceOf(Fetched.class);
            assertThat(server.paths()).containsExactly("/public");
        }
    }

    @Test
    void obeysTheGroupThatNamesUsAndNoOther() throws IOException {
        String robots = "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /\n\n"
                + "User-agent: OnRecordImages\nDisallow: /\n";
        try (FakeServer server = server(FakeServer.text("200 OK", "", robots));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a")))).isInstanceOf(Fetched.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void asksEverythingWhenThereIsNoFile(int status) throws IOException {
        try (FakeServer server = server(FakeServer.text(status + " No", "", ""));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a")))).isInstanceOf(Fetched.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void asksNothingForNowWhenTheServerFails(int status) throws IOException {
        try (FakeServer server = server(FakeServer.text(status + " Bad", "", ""));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a"))))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.reason()).contains("cannot be read (status " + status + ")");
                        assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(10));
                        assertThat(failed.outlook()).isEqualTo(Outlook.PASSING);
                    });
            fetcher.fetch(FetchRequest.of(server.uri("/b")));
            assertThat(server.requests()).hasSize(1);

            ticks.pass(Duration.ofMinutes(11));
            fetcher.fetch(FetchRequest.of(server.uri("/c")));
            assertThat(server.requests()).hasSize(2);
            assertThat(server.paths()).isEmpty();
        }
    }

    @Test
    void fetchesTheFileOnceForManyThreadsAndAgainAfterSixHours() throws Exception {
        try (FakeServer server = server(FakeServer.text("200 OK", "", "User-agent: *\nDisallow: /x\n"));
                HttpFetcher fetcher = fetcher();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<FetchOutcome>> work = IntStream.range(0, 20)
                    .<Callable<FetchOutcome>>mapToObj(i -> () -> fetcher.fetch(FetchRequest.of(server.uri("/" + i))))
                    .toList();

            threads.invokeAll(work);
            assertThat(server.paths()).hasSize(20);
            assertThat(server.requests()).hasSize(21);

            ticks.pass(Duration.ofHours(6));
            fetcher.fetch(FetchRequest.of(server.uri("/later")));
            assertThat(server.requests()).hasSize(23);
        }
    }

    @Test
    void followsRedirectsToTheFile() throws IOException {
        try (FakeServer server = new FakeServer(path -> switch (path) {
                    case "/robots.txt" -> FakeServer.text("301 Moved", "Location: /r/1\r\n", "");
                    case "/r/1" -> FakeServer.text("302 Found", "Location: /r/2\r\n", "");
                    case "/r/2" -> FakeServer.text("200 OK", "", "User-agent: *\nDisallow: /a\n");
                    default -> FakeServer.text("200 OK", "", "page");
                });
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a")))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void asksNothingForNowWhenTheFileLeadsToAPrivateAddress() throws IOException {
        try (FakeServer server = server(FakeServer.text("302 Found", "Location: http://10.0.0.1/robots.txt\r\n", ""));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a"))))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.reason()).contains("10.0.0.1 is not a public address"));
            assertThat(server.paths()).isEmpty();
        }
    }

    @Test
    void asksTheRobotsTxtOfEveryHostOnTheWay() throws IOException {
        try (FakeServer closed = server(FakeServer.text("200 OK", "", "User-agent: *\nDisallow: /\n"));
                FakeServer open = FakeServer.answering(
                        FakeServer.text("302 Found", "Location: " + closed.uri("/a") + "\r\n", ""));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(open.uri("/")))).isInstanceOf(Refused.class);
            assertThat(closed.paths()).isEmpty();
        }
    }

    @Test
    void keepsTheCrawlDelay() throws IOException {
        try (FakeServer server = server(FakeServer.text("200 OK", "", "User-agent: *\nCrawl-delay: 2.5\n"));
                HttpFetcher fetcher = fetcher()) {
            fetcher.fetch(FetchRequest.of(server.uri("/a")));
            fetcher.fetch(FetchRequest.of(server.uri("/b")));

            assertThat(ticks.slept()).containsExactly(Duration.ofMillis(2500));
        }
    }

    @Test
    void takesAPageADayFromAHostThatWantsYearsBetweenThem() throws IOException {
        try (FakeServer server = server(FakeServer.text("200 OK", "", "User-agent: *\nCrawl-delay: 1000000000\n"));
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/a")))).isInstanceOf(Fetched.class);
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/b"))))
                    .isEqualTo(new Failed(
                            "127.0.0.1 wants 86400 s between pages", Outlook.NOT_ASKED, Duration.ofHours(24)));

            ticks.pass(Duration.ofHours(24));
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/b")))).isInstanceOf(Fetched.class);
        }
    }

    @Test
    void readsTheFirst500KilobytesOfAnEndlessFile() throws IOException {
        FakeServer.Reply endless = out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /early\n".getBytes(US_ASCII));
            while (true) {
                out.write("Disallow: /a/rule/that/is/of/no/use\n".repeat(100).getBytes(US_ASCII));
            }
        };
        try (FakeServer server = server(endless);
                HttpFetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/early")))).isInstanceOf(Refused.class);
            assertThat(fetcher.fetch(FetchRequest.of(server.uri("/other")))).isInstanceOf(Fetched.class);
        }
    }

    private static FakeServer server(FakeServer.Reply robots) throws IOException {
        return new FakeServer(path -> path.equals("/robots.txt") ? robots : FakeServer.text("200 OK", "", "page"));
    }

    private HttpFetcher fetcher() {
        return new HttpFetcher(TestSettings.LOCAL, CLOCK, ticks, new SystemNames(Duration.ofSeconds(5)), null);
    }
}
