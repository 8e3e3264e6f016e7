package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.config.AddressRange;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;

@Timeout(60)
class HttpFetcherTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofMillis(1500);

    @Test
    void bringsThePageAsItWasSent() throws IOException {
        try (FakeServer server = FakeServer.answering(
                FakeServer.text("200 OK", "Content-Type: text/html\r\nX-A: 1\r\nX-A: 2\r\n", "<p>Grüße"))) {
            URI uri = server.uri("/a?b=c");

            Page page = page(fetch(TestSettings.LOCAL, uri));

            assertThat(page.requested()).isEqualTo(uri);
            assertThat(page.uri()).isEqualTo(uri);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).contains("text/html");
            assertThat(page.headers()).containsEntry("X-A", List.of("1", "2"));
            assertThat(new String(page.body(), UTF_8)).isEqualTo("<p>Grüße");
            assertThat(page.fetchedAt()).isEqualTo(NOON);
        }
    }

    @Test
    void saysWhoAsks() throws IOException {
        FetchSettings d = TestSettings.LOCAL;
        FetchSettings withContact = new FetchSettings(
                URI.create("https://newsroom.example/bot"),
                d.delay(),
                d.longestWait(),
                d.connectTimeout(),
                d.totalTimeout(),
                d.longestRetryAfter(),
                d.maxBody(),
                d.maxExpandedBody(),
                d.maxHeaders(),
                d.maxRequests(),
                d.robotsMaxAge(),
                d.maxRobots(),
                d.allowed());
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "x"))) {
            fetch(withContact, server.uri("/"));

            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request)
                            .containsPattern(
                                    "User-Agent: Mozilla/5\\.0 \\(compatible; OnRecord/[^;]+; \\+https://newsroom\\.example/bot\\)")
                            .contains("Accept-Encoding: gzip, deflate")
                            .doesNotContain("Cookie")
                            .doesNotContain("Authorization")
                            .doesNotContain("Upgrade"));
        }
    }

    @Test
    void asksWithTheValidatorsOfTheLastAnswer() throws IOException {
        try (FakeServer server = FakeServer.answering("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            FetchRequest request = new FetchRequest(server.uri("/feed"), "W/\"a b\"", "Tue, 03 Mar 2026 10:00:00 GMT");

            assertThat(fetch(TestSettings.LOCAL, request)).isEqualTo(new NotModified());

            assertThat(server.requests().getLast())
                    .contains("If-None-Match: W/\"a b\"\n")
                    .contains("If-Modified-Since: Tue, 03 Mar 2026 10:00:00 GMT\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"é\"", "\"a\r\nX-Evil: 1\"", "\"\u0000\"", " "})
    void sendsNoValidatorThatItCouldNotSendUnchanged(String etag) throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "x"))) {
            fetch(TestSettings.LOCAL, new FetchRequest(server.uri("/"), etag, null));

            assertThat(server.requests().getLast())
                    .doesNotContain("If-None-Match")
                    .doesNotContain("X-Evil");
        }
    }

    @Test
    void doesNotBelieveThatWhatItNeverSawIsUnchanged() throws IOException {
        try (FakeServer server = FakeServer.answering("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).startsWith("status 304"));
        }
    }

    @Test
    void followsRedirectsAndSaysWhereItArrived() throws IOException {
        try (FakeServer server = new FakeServer(path -> switch (path) {
            case "/start" -> FakeServer.text("301 Moved", "Location: next?x=1#part\r\n", "");
            case "/next?x=1" -> FakeServer.text("307 Temporary", "Location: /d/../end%20here/caf\u00c3\u00a9\r\n", "");
            case "/end%20here/caf%C3%A9" -> FakeServer.text("200 OK", "", "arrived");
            default -> FakeServer.text("404 Not Found", "", "");
        })) {
            Page page = page(fetch(TestSettings.LOCAL, server.uri("/start")));

            assertThat(page.requested()).isEqualTo(server.uri("/start"));
            assertThat(page.uri()).isEqualTo(server.uri("/end%20here/caf%C3%A9"));
        }
    }

    @Test
    void givesUpOnAChainOfTenRequests() throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text("302 Found", "Location: /feed\r\n", ""))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/feed")))
                    .isEqualTo(new Failed("more than 10 requests in a chain of redirects", Outlook.PASSING, null));
            assertThat(server.paths()).hasSize(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location: \r\n", "Location: http://127.0.0.1/a\r\nLocation: http://127.0.0.1/b\r\n"})
    void failsOnARedirectThatLeadsNowhere(String location) throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text("302 Found", location, ""))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.reason()).startsWith("a redirect (status 302) to"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "//10.0.0.1/",
                "http://[::1]:8080/",
                "/\\10.0.0.1/",
                "javascript:alert(1)",
                "http://user:secret@10.0.0.1/"
            })
    void refusesToBeLedAwayFromThePublicWeb(String location) throws IOException {
        try (FakeServer server =
                FakeServer.answering(FakeServer.text("302 Found", "Location: " + location + "\r\n", ""))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/"))).isInstanceOf(Refused.class);
            assertThat(server.paths()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"404, MISSING", "410, FINAL"})
    void tellsWhatIsGoneFromWhatIsNotThereYet(int status, Outlook outlook) throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text(status + " Gone", "", "x"))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/")))
                    .isEqualTo(new Failed("status " + status, outlook, null));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 300, 400, 401, 403, 451, 500, 502, 999})
    void takesNothingButStatus200ForAPage(int status) throws IOException {
        String body = status == 204 ? "" : "x";
        try (FakeServer server = FakeServer.answering(FakeServer.text(status + " Odd", "", body))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/")))
                    .isEqualTo(new Failed("status " + status, Outlook.PASSING, null));
        }
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsks() throws IOException {
        try (FakeServer server =
                        FakeServer.answering(FakeServer.text("429 Too Many Requests", "Retry-After: 120\r\n", ""));
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, CLOCK)) {
            FetchOutcome first = fetcher.fetch(FetchRequest.of(server.uri("/a")));
            FetchOutcome second = fetcher.fetch(FetchRequest.of(server.uri("/b")));

            assertThat(first).isEqualTo(new Failed("status 429", Outlook.PASSING, Duration.ofMinutes(2)));
            assertThat(second).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo("127.0.0.1 asked us to come back later");
                assertThat(failed.retryAfter()).isBetween(Duration.ofSeconds(100), Duration.ofMinutes(2));
            });
            assertThat(server.paths()).containsExactly("/a");
        }
    }

    @Test
    void leavesAHostAloneAlsoAfterARestart() throws IOException {
        Map<String, Instant> known = new ConcurrentHashMap<>();
        PauseMemory memory = new PauseMemory() {
            @Override
            public Map<String, Instant> current(Instant now) {
                return known;
            }

            @Override
            public void add(String host, Instant until) {
                known.put(host, until);
            }
        };
        try (FakeServer server =
                FakeServer.answering(FakeServer.text("503 Service Unavailable", "Retry-After: 3600\r\n", ""))) {
            try (HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, CLOCK, memory)) {
                fetcher.fetch(FetchRequest.of(server.uri("/a")));
            }
            try (HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, CLOCK, memory)) {
                assertThat(fetcher.fetch(FetchRequest.of(server.uri("/b"))))
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.retryAfter())
                                        .isBetween(Duration.ofMinutes(55), Duration.ofHours(1)));
            }
            assertThat(server.paths()).containsExactly("/a");
        }
    }

    @Test
    void undoesGzipAndDeflateAndBothOfThem() throws IOException {
        byte[] text = "<p>text</p>".repeat(1000).getBytes(UTF_8);
        byte[] rawDeflate = compress(text, out -> new DeflaterOutputStream(out, new Deflater(9, true)));
        byte[] deflate = compress(text, DeflaterOutputStream::new);
        List<FakeServer.Reply> replies = List.of(
                FakeServer.bytes("Content-Encoding: gzip\r\n", gzip(text)),
                FakeServer.bytes("Content-Encoding: X-GZIP\r\n", gzip(text)),
                FakeServer.bytes("Content-Encoding: deflate\r\n", deflate),
                FakeServer.bytes("Content-Encoding: deflate\r\n", rawDeflate),
                FakeServer.bytes("Content-Encoding: deflate, gzip\r\n", gzip(deflate)),
                FakeServer.bytes("Content-Encoding: identity\r\n", text),
                FakeServer.bytes("Content-Encoding: gzip\r\n", text),
                FakeServer.bytes("Content-Type: text/html\r\n", gzip(text)));
        for (FakeServer.Reply reply : replies) {
            try (FakeServer server = FakeServer.answering(reply)) {
                Page page = page(fetch(TestSettings.LOCAL, server.uri("/")));

                assertThat(page.body()).isEqualTo(text);
                assertThat(page.header("Content-Encoding")).isEmpty();
                assertThat(page.header("Content-Length").filter(l -> !l.equals("11000")))
                        .isEmpty();
            }
        }
    }

    @Test
    void leavesACompressedFileAsItIs() throws IOException {
        byte[] file = gzip("a sitemap".getBytes(UTF_8));
        try (FakeServer server = FakeServer.answering(FakeServer.bytes("Content-Type: application/gzip\r\n", file))) {
            assertThat(page(fetch(TestSettings.LOCAL, server.uri("/sitemap.xml.gz")))
                            .body())
                    .isEqualTo(file);
        }
    }

    @Test
    void readsBrotliWithinTheSameLimits() throws IOException {
        byte[] page = Base64.getDecoder().decode("G0MA4EVPVruZIjXNxm6ngIkcsEcYYNtBnjnQbnTM0ed0GsRViibTPT6C4heRAg==");
        byte[] bomb = Base64.getDecoder().decode("m7/GLfglwuKxQCDPtwU="); // three million letters
        byte[] cut = Arrays.copyOf(page, page.length - 9);
        byte[] noise = "<p>not brotli at all</p>".getBytes(UTF_8);
        String coded = "Content-Type: text/html\r\nContent-Encoding: br\r\n";

        try (FakeServer server = FakeServer.answering(FakeServer.bytes(coded, page))) {
            assertThat(page(fetch(TestSettings.LOCAL, server.uri("/"))).body())
                    .asString()
                    .isEqualTo("<p>Compressed with brotli: the ministry said, the ministry said.</p>");
            assertThat(server.requests().getLast()).contains("Accept-Encoding: gzip, deflate, br\n");
        }
        try (FakeServer server = FakeServer.answering(FakeServer.bytes(coded, bomb))) {
            assertThat(fetch(TestSettings.small(Duration.ofSeconds(20)), server.uri("/")))
                    .isEqualTo(new Failed("a body of more than 1000000 bytes when expanded", Outlook.PASSING, null));
        }
        for (byte[] broken : List.of(cut, noise)) {
            try (FakeServer server = FakeServer.answering(FakeServer.bytes(coded, broken))) {
                assertThat(fetch(TestSettings.LOCAL, server.uri("/"))).isInstanceOf(Failed.class);
            }
        }
    }

    @Test
    void failsOnACodingThatItDidNotOffer() throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "Content-Encoding: zstd2\r\n", "x"))) {
            assertThat(fetch(TestSettings.LOCAL, server.uri("/")))
                    .isEqualTo(new Failed("the content coding \"zstd2\" is not known", Outlook.PASSING, null));
        }
    }

    @Test
    void failsOnCompressedBodiesThatAreCutOrDamaged() throws IOException {
        byte[] whole = gzip("text".repeat(5000).getBytes(UTF_8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        for (byte[] body : List.of(cut, damaged)) {
            try (FakeServer server = FakeServer.answering(FakeServer.bytes("Content-Encoding: gzip\r\n", body))) {
                assertThat(fetch(TestSettings.LOCAL, server.uri("/"))).isInstanceOf(Failed.class);
            }
        }
    }

    @Test
    void stopsAtTheLimitOfTheExpandedBody() throws IOException {
        byte[] bomb = gzip(new byte[5_000_000]);
        byte[] twice = gzip(gzip(new byte[50_000_000]));
        for (FakeServer.Reply reply : List.of(
                FakeServer.bytes("Content-Encoding: gzip\r\n", bomb),
                FakeServer.bytes("Content-Encoding: gzip, gzip\r\n", twice))) {
            try (FakeServer server = FakeServer.answering(reply)) {
                assertThat(fetch(TestSettings.small(Duration.ofSeconds(20)), server.uri("/")))
                        .isEqualTo(
                                new Failed("a body of more than 1000000 bytes when expanded", Outlook.PASSING, null));
            }
        }
    }

    @Test
    void stopsAtTheLimitOfTheBody() throws IOException {
        FakeServer.Reply endless = out -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(UTF_8));
            }
        };
        try (FakeServer server = FakeServer.answering(endless)) {
            assertThat(fetch(TestSettings.small(Duration.ofSeconds(20)), server.uri("/")))
                    .isEqualTo(new Failed("a body of more than 100000 bytes", Outlook.FINAL, null));
        }
    }

    @Test
    void takesABodyThatJustFits() throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.bytes("", new byte[100_000]))) {
            assertThat(page(fetch(TestSettings.small(Duration.ofSeconds(20)), server.uri("/")))
                            .body())
                    .hasSize(100_000);
        }
    }

    @Test
    void stopsAtTheLimitOfHeaders() throws IOException {
        List<FakeServer.Reply> floods = List.of(
                FakeServer.raw("HTTP/1.1 200 OK\r\nX-A: " + "a".repeat(20_000) + "\r\nContent-Length: 0\r\n\r\n"),
                FakeServer.raw("HTTP/1.1 200 OK\r\n" + ("X-A: " + "a".repeat(100) + "\r\n").repeat(200)
                        + "Content-Length: 0\r\n\r\n"),
                out -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write("X-A: b\r\n".getBytes(UTF_8));
                    }
                });
        for (FakeServer.Reply flood : floods) {
            try (FakeServer server = FakeServer.answering(flood)) {
                assertThat(fetch(TestSettings.small(Duration.ofSeconds(20)), server.uri("/")))
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.reason()).doesNotContain("no full answer"));
            }
        }
    }

    @Test
    void givesUpOnServersThatDripOrStaySilent() throws IOException {
        List<FakeServer.Reply> slow = List.of(
                out -> Thread.sleep(60_000),
                drip("HTTP/1.1 200 OK\r\n", "X-A: b\r\n"),
                drip("HTTP/1.1 200 OK\r\n\r\n", "x"),
                drip("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
                drip("", "HTTP/1.1 100 Continue\r\n\r\n"));
        for (FakeServer.Reply reply : slow) {
            try (FakeServer server = FakeServer.answering(reply)) {
                long start = System.nanoTime();

                FetchOutcome outcome = fetch(TestSettings.small(SOON), server.uri("/"));

                assertThat(outcome).isEqualTo(new Failed("no full answer within 1 s", Outlook.PASSING, null));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON.multipliedBy(4));
            }
        }
    }

    @Test
    void countsTheTimeOfAllRedirectsTogether() throws IOException {
        FakeServer.Reply slowRedirect = out -> {
            Thread.sleep(400);
            FakeServer.text("302 Found", "Location: /\r\n", "").writeTo(out);
        };
        try (FakeServer server = FakeServer.answering(slowRedirect)) {
            assertThat(fetch(TestSettings.small(SOON), server.uri("/")))
                    .isEqualTo(new Failed("no full answer within 1 s", Outlook.PASSING, null));
            assertThat(server.paths()).hasSizeBetween(2, 4);
        }
    }

    @Test
    void goesOnWithOtherHostsWhileOneDrips() throws Exception {
        try (FakeServer slow = FakeServer.answering(out -> Thread.sleep(60_000));
                FakeServer quick = FakeServer.answering(FakeServer.text("200 OK", "", "x"));
                HttpFetcher fetcher = new HttpFetcher(TestSettings.small(Duration.ofSeconds(5)), CLOCK);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FetchOutcome> waiting = threads.submit(() -> fetcher.fetch(FetchRequest.of(slow.uri("/"))));
            for (int i = 0; i < 10; i++) {
                URI other = URI.create("http://localhost:" + quick.port() + "/" + i);
                assertThat(fetcher.fetch(FetchRequest.of(other))).isInstanceOf(Fetched.class);
            }
            assertThat(waiting.isDone()).isFalse();
            assertThat(waiting.get()).isInstanceOf(Failed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nabc",
                "HTTP/1.1 OK 200\r\n\r\n",
                "<html>no status line",
                ""
            })
    void failsOnAnswersThatAreCutOrNoHttp(String raw) throws IOException {
        try (FakeServer server = FakeServer.answering(raw)) {
            assertThat(fetch(TestSettings.small(SOON), server.uri("/")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.reason()).isNotBlank().doesNotContain("null"));
        }
    }

    @Test
    void neverTakesBytesBehindAnAnswerForTheNextOne() throws IOException {
        String smuggled =
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nrealHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake";
        try (FakeServer server = FakeServer.answering(smuggled);
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, CLOCK)) {
            for (int i = 0; i < 3; i++) {
                Page page = page(fetcher.fetch(FetchRequest.of(server.uri("/"))));
                assertThat(new String(page.body(), UTF_8)).isEqualTo("real");
            }
        }
    }

    @Test
    void saysWhatIsWrongWhenNobodyListens() {
        URI nobody = URI.create("http://127.0.0.1:1/"); // a port that no program is given by chance

        assertThat(fetch(TestSettings.LOCAL, nobody)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason())
                    .contains("robots.txt of http://127.0.0.1:")
                    .contains("no connection");
            assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(10));
        });
    }

    @Test
    void failsForNowWhenANameIsNotKnown() {
        NameResolver nobody = host -> {
            throw new UnknownHostException("no address is known for " + host);
        };
        try (HttpFetcher fetcher = new HttpFetcher(FetchSettings.DEFAULT, CLOCK, new TestTicks(), nobody, null)) {
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://nxdomain.example/"))))
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.reason()).contains("no address is known for nxdomain.example");
                        assertThat(failed.outlook()).isEqualTo(Outlook.PASSING);
                    });
        }
    }

    @Test
    void refusesPrivateAddressesByDefault() throws IOException {
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "secret"))) {
            assertThat(fetch(FetchSettings.DEFAULT, server.uri("/")))
                    .isEqualTo(new Refused("127.0.0.1: 127.0.0.1 is not a public address"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void dialsOnlyThePublicAddressesOfAName() throws Exception {
        List<String> dialled = new ArrayList<>();
        NameResolver mixed = host -> List.of(
                InetAddress.getByName("10.0.0.5"),
                InetAddress.getByName("fd00::5"),
                InetAddress.getByName("93.184.215.14"));
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "x"));
                HttpFetcher fetcher = new HttpFetcher(
                        FetchSettings.DEFAULT.withDelay(Duration.ZERO),
                        CLOCK,
                        Ticks.SYSTEM,
                        mixed,
                        proxy -> new RecordingSocket(dialled, server.port()))) {
            assertThat(fetcher.fetch(FetchRequest.of(URI.create("http://mixed.example/"))))
                    .isInstanceOf(Fetched.class);
        }
        assertThat(dialled).containsOnly("93.184.215.14:80");
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_host.example/a, my_host.example",
        "http://[2606:4700:4700::1111]/a, [2606:4700:4700:0:0:0:0:1111]",
        "http://xn--bcher-kva.example/a, xn--bcher-kva.example",
        "http://192.168.7.7:8080/a, 192.168.7.7:8080"
    })
    void namesTheHostThatItDials(String written, String host) throws Exception {
        List<String> dialled = new ArrayList<>();
        FetchSettings settings =
                FetchSettings.DEFAULT.withDelay(Duration.ZERO).withAllowed(List.of(new AddressRange("192.168.0.0/16")));
        try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "x"));
                HttpFetcher fetcher = new HttpFetcher(
                        settings,
                        CLOCK,
                        Ticks.SYSTEM,
                        name -> List.of(InetAddress.getByName("93.184.215.14")),
                        proxy -> new RecordingSocket(dialled, server.port()))) {
            assertThat(fetcher.fetch(FetchRequest.of(URI.create(written)))).isInstanceOf(Fetched.class);

            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request).contains("Host: " + host + "\n"));
            assertThat(server.paths()).containsExactly("/a");
        }
    }

    private static FakeServer.Reply drip(String start, String drop) {
        return out -> {
            out.write(start.getBytes(UTF_8));
            while (true) {
                out.write(drop.getBytes(UTF_8));
                out.flush();
                Thread.sleep(50);
            }
        };
    }

    private static FetchOutcome fetch(FetchSettings settings, URI uri) {
        return fetch(settings, FetchRequest.of(uri));
    }

    private static FetchOutcome fetch(FetchSettings settings, FetchRequest request) {
        try (HttpFetcher fetcher = new HttpFetcher(settings, CLOCK)) {
            return fetcher.fetch(request);
        }
    }

    private static Page page(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return ((Fetched) outcome).page();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        return compress(body, GZIPOutputStream::new);
    }

    private interface Compression {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] compress(byte[] body, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.over(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
