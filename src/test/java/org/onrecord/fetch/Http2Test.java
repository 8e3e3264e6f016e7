package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.fetch.Http2Server.frame;
import static org.onrecord.fetch.Http2Server.numbers;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.http2.frame.FrameType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.digest.LocalCertificate;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;

/** What is asked over HTTP/2, from a server on loopback that keeps to its rules. */
@Timeout(120)
class Http2Test {
    @TempDir
    static Path folder;

    private static LocalCertificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = LocalCertificate.make(folder, "localhost");
    }

    @Test
    void speaksHttp2ToAServerThatOffersIt() throws Exception {
        try (Http2Server server = server(Http2Server.page("<p>Grüße", "content-type", "text/html", "x-a", "1"))) {
            FetchOutcome outcome = fetch(server, TestSettings.LOCAL, "/a?b=c");

            assertThat(outcome).isInstanceOfSatisfying(Fetched.class, fetched -> {
                assertThat(fetched.page().body()).asString(UTF_8).isEqualTo("<p>Grüße");
                assertThat(fetched.page().protocol()).isEqualTo("HTTP/2");
                assertThat(fetched.page().header("Content-Type")).contains("text/html");
                assertThat(fetched.page().headers()).containsOnlyKeys("content-type", "x-a");
            });
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.version()).isEqualTo("h2"));
            assertThat(server.requests().getLast().head())
                    .startsWith(":method: GET\n:scheme: https\n:authority: localhost:" + server.port()
                            + "\n:path: /a?b=c\n")
                    .contains("user-agent: Mozilla/5.0 (compatible; OnRecord/", "accept-encoding: gzip, deflate, br\n")
                    .doesNotContain("connection", "\nhost:", "cookie", "upgrade");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http/1.1"})
    void speaksHttp11ToAServerThatDoesNot(String version) throws Exception {
        String[] versions = version.isEmpty() ? new String[0] : new String[] {version};
        try (Http2Server server =
                new Http2Server(certificate.shown(), Http2Server.SETTINGS, Http2Server.page("x"), versions)) {
            Answer answer = get(server, "/");

            assertThat(answer.version()).isEqualTo("HTTP/1.1");
            assertThat(answer.body()).asString().isEqualTo("over HTTP/1.1");
            assertThat(server.requests().getLast().version()).isEqualTo(version);
        }
    }

    @Test
    void asksWithTheValidatorsOfTheLastAnswer() throws Exception {
        try (Http2Server server = server((wire, request) -> wire.headers(true, 304, "content-length", "500"));
                HttpFetcher fetcher = fetcher(TestSettings.LOCAL)) {
            FetchRequest request =
                    new FetchRequest(server.address("/feed").uri(), "\"a\"", "Tue, 03 Mar 2026 10:00:00 GMT");

            assertThat(fetcher.fetch(request)).isEqualTo(new NotModified());
            assertThat(server.requests().getLast().head())
                    .contains("if-none-match: \"a\"\n", "if-modified-since: Tue, 03 Mar 2026 10:00:00 GMT\n");
        }
    }

    @Test
    void followsRedirectsAndKeepsToPauses() throws Exception {
        try (Http2Server server = server((wire, request) -> {
            if (request.head().contains(":path: /start\n")) {
                wire.headers(true, 301, "location", "/d%20e/caf\u00c3\u00a9");
            } else {
                wire.headers(true, 429, "retry-after", "120");
            }
        })) {
            assertThat(fetch(server, TestSettings.LOCAL, "/start"))
                    .isEqualTo(new Failed("status 429", Outlook.PASSING, Duration.ofMinutes(2)));
            assertThat(server.requests().getLast().head()).contains(":path: /d%20e/caf%C3%A9\n");
        }
    }

    @Test
    void undoesGzipAndBrotli() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<p>text</p>".repeat(10_000).getBytes(UTF_8));
        }
        byte[] brotli = Base64.getDecoder().decode("G0MA4EVPVruZIjXNxm6ngIkcsEcYYNtBnjnQbnTM0ed0GsRViibTPT6C4heRAg==");
        byte[] bomb = Base64.getDecoder().decode("m7/GLfglwuKxQCDPtwU="); // three million letters

        try (Http2Server server = server(Http2Server.page(packed.toByteArray(), "content-encoding", "gzip"))) {
            assertThat(page(fetch(server, TestSettings.LOCAL, "/")).body()).hasSize(110_000);
        }
        try (Http2Server server = server(Http2Server.page(brotli, "content-encoding", "br"))) {
            assertThat(page(fetch(server, TestSettings.LOCAL, "/")).body())
                    .asString()
                    .startsWith("<p>Compressed with brotli");
        }
        try (Http2Server server = server(Http2Server.page(bomb, "content-encoding", "br"))) {
            assertThat(fetch(server, TestSettings.small(Duration.ofSeconds(20)), "/"))
                    .isEqualTo(new Failed("a body of more than 1000000 bytes when expanded", Outlook.PASSING, null));
        }
    }

    @Test
    void takesALargeBodyWithinTheWindowThatItGives() throws Exception {
        byte[] body = new byte[5_000_000];
        Arrays.fill(body, (byte) 'x');
        try (Http2Server server = server((wire, request) -> {
            wire.headers(false, 200, "content-length", String.valueOf(body.length));
            int room = 1 << 20;
            for (int sent = 0; sent < body.length; ) {
                int part = Math.min(Math.min(16_384, body.length - sent), room);
                if (part > 0) {
                    wire.write(frame(FrameType.DATA, 1, 0, Arrays.copyOfRange(body, sent, sent + part)));
                    sent += part;
                    room -= part;
                } else {
                    wire.flush();
                    var update = wire.read();
                    boolean ours = update.isType(FrameType.WINDOW_UPDATE) && update.getStreamId() == 1;
                    room += ours ? update.getPayload().getInt() : 0;
                }
            }
            wire.write(frame(FrameType.DATA, 1, 1));
        })) {
            assertThat(get(server, "/").body()).isEqualTo(body);
        }
    }

    @Test
    void bearsWhatRealServersSendBesides() throws Exception {
        try (Http2Server server = server((wire, request) -> {
            wire.write(frame(FrameType.PING, 0, 0, new byte[8]), numbers(FrameType.WINDOW_UPDATE, 0, 1_000_000));
            wire.write(new byte[] {0, 0, 2, 0xc, 0, 0, 0, 0, 0, 0, 0}); // ORIGIN, which we do not know
            wire.headers(false, 103, "link", "</style.css>; rel=preload");
            byte[] block = Http2Server.block(200, "x-long", "a".repeat(40_000));
            wire.write(frame(FrameType.HEADERS, 1, 0, Arrays.copyOf(block, 16_000)));
            wire.write(frame(FrameType.CONTINUATION, 1, 4, Arrays.copyOfRange(block, 16_000, block.length)));
            wire.write(frame(FrameType.DATA, 1, 8, (byte) 3, (byte) 'p', (byte) 'a', (byte) 'd', (byte) 0, (byte) 0));
            wire.write(numbers(FrameType.GOAWAY, 0, 1, 0)); // no more than this request
            wire.write(frame(FrameType.DATA, 1, 0, "ded".getBytes(UTF_8)));
            byte[] trailer = {0, 3, 'x', '-', 'b', 1, '1'};
            wire.write(frame(FrameType.HEADERS, 1, 5, trailer));
        })) {
            Answer answer = get(server, "/");

            assertThat(answer.version()).isEqualTo("HTTP/2");
            assertThat(answer.body()).startsWith('p', 'a').endsWith('d', 'e', 'd');
            assertThat(answer.header("x-long"))
                    .hasValueSatisfying(value -> assertThat(value).hasSize(40_000));
            assertThat(answer.header("x-b")).isEmpty();
        }
    }

    @Test
    void stopsAtTheLimitOfTheBody() throws Exception {
        try (Http2Server server = server(Http2Server.page(new byte[500_000]))) {
            Answer answer = server.get("/", TestSettings.small(Duration.ofSeconds(20)), certificate.trusted());

            assertThat(answer.cut()).isTrue();
            assertThat(answer.body()).hasSize(100_000);
        }
        try (Http2Server server = server(Http2Server.page(new byte[100_000]))) {
            assertThat(server.get("/", TestSettings.small(Duration.ofSeconds(20)), certificate.trusted())
                            .cut())
                    .isFalse();
        }
    }

    @Test
    void postsToAServerThatGivesRoomByAndBy() throws Exception {
        byte[] few = numbers(FrameType.WINDOW_UPDATE, 0, 1000);
        byte[] settings = frame(FrameType.SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0x10, 0}); // windows of 4 kB
        byte[] body = "message ".repeat(20_000).getBytes(UTF_8);
        byte[] greeting = Arrays.copyOf(settings, settings.length + few.length);
        System.arraycopy(few, 0, greeting, settings.length, few.length);
        try (Http2Server server = new Http2Server(
                        certificate.shown(), greeting, (wire, request) -> wire.headers(true, 204), "h2");
                Poster poster = new Poster(TestSettings.LOCAL, Clock.systemUTC(), certificate.trusted())) {
            for (byte[] message : List.of(body, "short".getBytes(UTF_8), new byte[0])) {
                Post post =
                        poster.post(server.address("/hook").uri(), Map.of("Content-Type", "application/json"), message);

                assertThat(post).isEqualTo(new Post.Answered(204, null));
                assertThat(server.requests().getLast().body()).isEqualTo(new String(message, UTF_8));
                assertThat(server.requests().getLast().head())
                        .startsWith(":method: POST\n")
                        .contains("content-type: application/json\n", "content-length: " + message.length + "\n");
            }
        }
    }

    @Test
    void dialsOnlyCheckedAddressesAndForEachRequestAnew() throws Exception {
        LocalCertificate named = LocalCertificate.make(folder, "news.example");
        List<String> dialled = new ArrayList<>();
        List<String> addresses = new ArrayList<>(List.of("10.0.0.5", "93.184.215.14"));
        NameResolver names = host -> {
            List<InetAddress> answer = new ArrayList<>();
            for (String address : addresses) {
                answer.add(InetAddress.getByName(address));
            }
            return answer;
        };
        GuardedNames guarded = new GuardedNames(names, new AddressGuard(List.of()));
        WebAddress address = WebAddress.parse("https://news.example/a");
        try (Http2Server server = new Http2Server(named.shown(), Http2Server.page("x"));
                HttpWire wire = new HttpWire(
                        FetchSettings.DEFAULT,
                        guarded,
                        proxy -> new RecordingSocket(dialled, server.port()),
                        named.trusted())) {
            for (int i = 0; i < 2; i++) {
                assertThat(wire.get(address, Map.of(), 1000, Duration.ofSeconds(20))
                                .version())
                        .isEqualTo("HTTP/2");
            }
            addresses.remove("93.184.215.14"); // now the name leads inwards

            assertThatThrownBy(() -> wire.get(address, Map.of(), 1000, Duration.ofSeconds(20)))
                    .isInstanceOf(RefusedException.class);
            assertThat(dialled).containsExactly("93.184.215.14:443", "93.184.215.14:443");
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.head()).contains(":authority: news.example\n"));
        }
    }

    @Test
    void asksAHundredTimesInARow() throws Exception {
        try (Http2Server server = server(Http2Server.page("<p>again"));
                HttpFetcher fetcher = fetcher(TestSettings.LOCAL)) {
            for (int i = 0; i < 100; i++) {
                URI uri = server.address("/" + i).uri();
                assertThat(page(fetcher.fetch(FetchRequest.of(uri))).body())
                        .asString()
                        .isEqualTo("<p>again");
            }
            assertThat(server.requests()).hasSize(101);
        }
    }

    /** A server without a robots.txt. */
    private static Http2Server server(Http2Server.Reply reply) throws Exception {
        return new Http2Server(certificate.shown(), (wire, request) -> {
            if (request.head().contains(":path: /robots.txt\n")) {
                wire.headers(true, 404);
            } else {
                reply.play(wire, request);
            }
        });
    }

    private static Answer get(Http2Server server, String path) throws Exception {
        return server.get(path, TestSettings.LOCAL, certificate.trusted());
    }

    private static HttpFetcher fetcher(FetchSettings settings) throws Exception {
        return new HttpFetcher(settings, Clock.systemUTC(), certificate.trusted());
    }

    private static FetchOutcome fetch(Http2Server server, FetchSettings settings, String path) throws Exception {
        try (HttpFetcher fetcher = fetcher(settings)) {
            return fetcher.fetch(FetchRequest.of(server.address(path).uri()));
        }
    }

    private static Page page(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Fetched.class);
        return ((Fetched) outcome).page();
    }
}
