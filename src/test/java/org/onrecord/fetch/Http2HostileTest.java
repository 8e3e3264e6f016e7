package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.onrecord.fetch.Http2Server.block;
import static org.onrecord.fetch.Http2Server.frame;
import static org.onrecord.fetch.Http2Server.numbers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.digest.LocalCertificate;
import org.onrecord.fetch.Http2Server.Reply;

/** What is asked over HTTP/2 of servers that flood, lie, stall, or speak something else. */
@Timeout(60)
class Http2HostileTest {
    private static final int END_HEADERS = 4;
    private static final Duration SOON = Duration.ofMillis(1500);

    @TempDir
    static Path folder;

    private static LocalCertificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = LocalCertificate.make(folder, "localhost");
    }

    static Stream<Arguments> floods() {
        byte[] settings = frame(FrameType.SETTINGS, 0, 0, new byte[] {0, 3, 0, 0, 0, 9});
        byte[] padded = new byte[200];
        padded[0] = (byte) 198;
        return Stream.of(
                arguments(named("SETTINGS", endless(settings))),
                arguments(named("PING", endless(frame(FrameType.PING, 0, 0, new byte[8])))),
                arguments(named("PRIORITY", endless(frame(FrameType.PRIORITY, 1, 0, new byte[5])))),
                arguments(named("WINDOW_UPDATE", endless(numbers(FrameType.WINDOW_UPDATE, 0, 1)))),
                arguments(named("unknown", endless(new byte[] {0, 0, 0, 77, 0, 0, 0, 0, 0}))),
                arguments(named("GOAWAY", endless(numbers(FrameType.GOAWAY, 0, 1, 0)))),
                arguments(named("empty CONTINUATION", (Reply) (wire, request) -> {
                    wire.write(frame(FrameType.HEADERS, 1, 0, block(200)));
                    endless(frame(FrameType.CONTINUATION, 1, 0)).play(wire, request);
                })),
                arguments(named("early hints", endless(frame(FrameType.HEADERS, 1, END_HEADERS, block(103))))),
                arguments(named("empty DATA", (Reply) (wire, request) -> {
                    wire.headers(false, 200);
                    endless(frame(FrameType.DATA, 1, 0)).play(wire, request);
                })),
                arguments(named("padding", (Reply) (wire, request) -> {
                    wire.headers(false, 200);
                    endless(frame(FrameType.DATA, 1, 8, padded)).play(wire, request);
                })));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void endsFloodsOfFramesThatBringNothing(Reply flood) throws Exception {
        assertFails(flood, "the server does not keep to HTTP/2: more than 1000 frames that bring nothing");
    }

    static Stream<Arguments> broken() {
        byte[] bomb = new byte[20_000];
        byte[] first = {(byte) 0x88, 0x40, 1, 'a', 0x7f, (byte) 0x81, 0x1e}; // :status 200, then "a" with 4,000 bytes
        System.arraycopy(first, 0, bomb, 0, first.length);
        Arrays.fill(bomb, first.length, first.length + 4000, (byte) 'x');
        Arrays.fill(bomb, first.length + 4000, 16_000, (byte) 0xbe); // and again and again, a byte each
        String[] many = new String[1200];
        Arrays.fill(many, "a");
        return Stream.of(
                broken("header bomb", "headers of more than 16384 bytes", heads(Arrays.copyOf(bomb, 16_000))),
                broken("endless headers", "headers of more than 16384 bytes", (wire, request) -> {
                    wire.write(frame(FrameType.HEADERS, 1, 0, block(200)));
                    endless(frame(FrameType.CONTINUATION, 1, 0, new byte[1000])).play(wire, request);
                }),
                broken("too many headers", "more than 500 headers", heads(block(200, many))),
                broken("a table that may not grow", "headers that cannot be read", heads(new byte[] {0x3f, -1, -1, -1
                })),
                broken("an index to nothing", "headers that cannot be read", heads(new byte[] {(byte) 0xff, 0x40})),
                broken("a line break", "headers that cannot be read", heads(block(200, "a", "b\r\nx-evil: 1"))),
                broken("capitals", "headers that cannot be read", heads(block200("X-A"))),
                broken("no status", "headers that cannot be read", heads(new byte[] {0, 1, 'a', 1, 'b'})),
                broken("an odd status", "headers that cannot be read", heads(new byte[] {8, 3, 'a', 'b', 'c'})),
                broken("a length twice", "cannot be meant", head(false, "content-length", "1", "content-length", "2")),
                broken("a negative length", "cannot be meant", head(false, "content-length", "-1")),
                broken("a body too long", "more bytes than the 3 announced", (wire, request) -> {
                    wire.headers(false, 200, "content-length", "3");
                    wire.data(true, "four".getBytes(UTF_8));
                }),
                broken("a body too short", "4 bytes instead of the 5 announced", (wire, request) -> {
                    wire.headers(false, 200, "content-length", "5");
                    wire.data(true, "four".getBytes(UTF_8));
                }),
                broken("no body", "0 bytes instead of the 5 announced", head(true, "content-length", "5")),
                broken("pushed", "pushes what nobody asked for", raw(frame(FrameType.PUSH_PROMISE, 1, 4, new byte[4]))),
                broken("reset", "broke its answer off (INTERNAL_ERROR)", (wire, request) -> {
                    wire.headers(false, 200);
                    wire.data(false, "half".getBytes(UTF_8));
                    wire.write(numbers(FrameType.RST_STREAM, 1, H2Error.INTERNAL_ERROR.getCode()));
                }),
                broken("reset and refused", "broke its answer off (REFUSED_STREAM)", (wire, request) -> {
                    wire.headers(false, 200);
                    wire.write(numbers(FrameType.RST_STREAM, 1, H2Error.REFUSED_STREAM.getCode()));
                }),
                broken("resets of others", "requests that nobody made", raw(numbers(FrameType.RST_STREAM, 3, 8))),
                broken(
                        "an answer to others",
                        "requests that nobody made",
                        raw(frame(FrameType.HEADERS, 3, 5, block(200)))),
                broken("a hang-up", "the server hung up in the middle of its answer", (wire, request) -> {
                    wire.headers(false, 200);
                    wire.data(false, "half".getBytes(UTF_8));
                    wire.hangUp();
                }),
                broken("a hang-up with words", "in the middle of its answer (ENHANCE_YOUR_CALM)", (wire, request) -> {
                    wire.write(numbers(FrameType.GOAWAY, 0, 1, H2Error.ENHANCE_YOUR_CALM.getCode()));
                    wire.hangUp();
                }),
                broken("no answer", "hung up without an answer", (wire, request) -> wire.hangUp()),
                broken("half a frame", "hung up in the middle", (wire, request) -> {
                    wire.headers(false, 200);
                    wire.write(new byte[] {0, 1, 0, 0, 0, 0, 0, 0, 1, 'a'});
                    wire.hangUp();
                }),
                broken("a body first", "a body before its headers", raw(frame(FrameType.DATA, 1, 0, (byte) 1))),
                broken("headers twice", "headers in the middle of the body", (wire, request) -> {
                    wire.headers(false, 200);
                    wire.headers(false, 200);
                }),
                broken("hints only", "ends before it begins", raw(frame(FrameType.HEADERS, 1, 5, block(103)))),
                broken(
                        "a ping between",
                        "something else between the headers",
                        (wire, request) -> wire.write(
                                frame(FrameType.HEADERS, 1, 0, block(200)), frame(FrameType.PING, 0, 0, new byte[8]))),
                broken("headers that go on", "that never began", raw(frame(FrameType.CONTINUATION, 1, 4))),
                broken("a huge frame", "does not keep to HTTP/2", raw(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 1})),
                broken("odd padding", "does not keep to HTTP/2", raw(frame(FrameType.DATA, 1, 8, (byte) 9))),
                broken("odd settings", "a frame of 5 bytes", raw(frame(FrameType.SETTINGS, 0, 0, new byte[5]))),
                broken("odd ping", "a frame of 7 bytes", raw(frame(FrameType.PING, 0, 0, new byte[7]))),
                broken("odd reset", "a frame of 3 bytes", raw(frame(FrameType.RST_STREAM, 1, 0, new byte[3]))),
                broken("no window", "grows by nothing", raw(numbers(FrameType.WINDOW_UPDATE, 1, 0))),
                broken("a huge window", "too large", raw(numbers(FrameType.WINDOW_UPDATE, 1, Integer.MAX_VALUE))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrongWithAnAnswer(Reply reply, String reason) throws Exception {
        assertFails(reply, reason);
    }

    static Stream<Arguments> slow() {
        return Stream.of(
                arguments(named("silent", (Reply) (wire, request) -> {})),
                arguments(named("stalled", (Reply) (wire, request) -> wire.headers(false, 200))),
                arguments(named("dripping", (Reply) (wire, request) -> {
                    wire.headers(false, 200);
                    drip(wire, frame(FrameType.DATA, 1, 0, (byte) 'x'));
                })),
                arguments(named("pinging", (Reply)
                        (wire, request) -> drip(wire, frame(FrameType.PING, 0, 0, new byte[8])))));
    }

    @ParameterizedTest
    @MethodSource("slow")
    void givesUpInTimeOnServersThatDripOrStall(Reply reply) throws Exception {
        try (Http2Server server = new Http2Server(certificate.shown(), reply)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> get(server, SOON)).isInstanceOf(TimeoutException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON.multipliedBy(4));
        }
    }

    @Test
    void givesUpInTimeOnAServerThatTakesNoBody() throws Exception {
        byte[] nothing = frame(FrameType.SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0, 0});
        try (Http2Server server = new Http2Server(certificate.shown(), nothing, (wire, request) -> {}, "h2");
                HttpWire wire = server.wire(TestSettings.LOCAL, certificate.trusted())) {
            assertThatThrownBy(() -> wire.post(server.address("/"), Map.of(), new byte[100_000], 1000, SOON))
                    .isInstanceOf(TimeoutException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void hangsUpAtOnceWhenItIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (Http2Server server = new Http2Server(certificate.shown(), (wire, request) -> {
                    wire.headers(false, 200);
                    wire.flush();
                    asked.countDown();
                    try {
                        while (true) {
                            wire.read();
                        }
                    } finally {
                        gone.countDown();
                    }
                });
                HttpFetcher fetcher = new HttpFetcher(TestSettings.LOCAL, Clock.systemUTC(), certificate.trusted())) {
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    fetcher.fetch(FetchRequest.of(server.address("/").uri()));
                } catch (RefusedException e) {
                    throw new IllegalStateException(e);
                }
            });
            asked.await();
            thread.interrupt();

            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    static Stream<Arguments> unwilling() {
        byte[] goAway = numbers(FrameType.GOAWAY, 0, 0, H2Error.NO_ERROR.getCode());
        return Stream.of(
                arguments(named("GOAWAY", Http2Server.SETTINGS), raw(goAway)),
                arguments(named("GOAWAY for greeting", join(Http2Server.SETTINGS, goAway)), raw()),
                arguments(
                        named("refused", Http2Server.SETTINGS),
                        raw(numbers(FrameType.RST_STREAM, 1, H2Error.REFUSED_STREAM.getCode()))),
                arguments(
                        named("HTTP/1.1 required", Http2Server.SETTINGS),
                        raw(numbers(FrameType.RST_STREAM, 1, H2Error.HTTP_1_1_REQUIRED.getCode()))),
                arguments(named("speaks HTTP/1.1", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8)), raw()));
    }

    @ParameterizedTest
    @MethodSource("unwilling")
    void asksOnceMoreOverHttp11IfTheServerWillNotHaveHttp2(byte[] greeting, Reply reply) throws Exception {
        try (Http2Server server = new Http2Server(certificate.shown(), greeting, reply, "h2", "http/1.1")) {
            Answer answer = get(server, Duration.ofSeconds(10));

            assertThat(answer.version()).isEqualTo("HTTP/1.1");
            assertThat(answer.body()).asString().isEqualTo("over HTTP/1.1");
        }
    }

    @Test
    void asksNoThirdTime() throws Exception {
        Reply refusing = raw(numbers(FrameType.GOAWAY, 0, 0, H2Error.ENHANCE_YOUR_CALM.getCode()));
        try (Http2Server server = new Http2Server(certificate.shown(), Http2Server.SETTINGS, refusing, "h2")) {
            assertThatThrownBy(() -> get(server, Duration.ofSeconds(10)))
                    .isInstanceOfSatisfying(
                            IOException.class,
                            failure -> assertThat(Reasons.of(failure)).contains("ENHANCE_YOUR_CALM"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void takesNothingThatDoesNotBeginWithSettings() throws Exception {
        byte[] ping = frame(FrameType.PING, 0, 0, new byte[8]);
        try (Http2Server server = new Http2Server(certificate.shown(), ping, raw(), "h2", "http/1.1")) {
            assertThatThrownBy(() -> get(server, Duration.ofSeconds(10)))
                    .hasMessageContaining("does not begin with its settings");
        }
    }

    @Test
    void endsWithWordsHoweverAnAnswerIsDamaged() throws Exception {
        byte[] block = block(200, "content-type", "text/html", "x-a", "some words", "x-b", "more of them");
        byte[] answer = {};
        for (byte[] part : List.of(
                frame(FrameType.SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0x40, 0}),
                frame(FrameType.PING, 0, 0, new byte[8]),
                frame(FrameType.HEADERS, 1, END_HEADERS, block(103, "link", "a")),
                frame(FrameType.HEADERS, 1, 0, Arrays.copyOf(block, 20)),
                frame(FrameType.CONTINUATION, 1, END_HEADERS, Arrays.copyOfRange(block, 20, block.length)),
                frame(FrameType.DATA, 1, 8, (byte) 2, (byte) 'a', (byte) 'b', (byte) 0, (byte) 0),
                numbers(FrameType.WINDOW_UPDATE, 0, 1000),
                numbers(FrameType.GOAWAY, 0, 1, 0),
                frame(FrameType.DATA, 1, 0, "the rest".getBytes(UTF_8)),
                frame(FrameType.HEADERS, 1, 5, new byte[] {0, 3, 'x', '-', 'c', 1, '1'}))) {
            answer = join(answer, part);
        }
        int whole = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(answer, answer.length - (random.nextInt(4) == 0 ? random.nextInt(80) : 0));
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Http2Exchange exchange =
                    new Http2Exchange(new ByteArrayInputStream(damaged), OutputStream.nullOutputStream(), 16_384, 500);
            try {
                exchange.ask(List.of(new BasicHeader(":method", "GET")), true);
                exchange.head();
                exchange.body().readAllBytes();
                whole++;
            } catch (IOException e) {
                assertThat(Reasons.of(e)).as("seed %d", seed).isNotBlank().doesNotContain("null");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(whole).isBetween(1, 15_000); // damage within texts is not to be seen
    }

    private static void assertFails(Reply reply, String reason) throws Exception {
        try (Http2Server server = new Http2Server(certificate.shown(), reply)) {
            assertThatThrownBy(() -> get(server, Duration.ofSeconds(20)))
                    .isInstanceOfSatisfying(
                            IOException.class,
                            failure -> assertThat(Reasons.of(failure)).contains(reason));
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static Answer get(Http2Server server, Duration left) throws Exception {
        return server.get("/", TestSettings.small(left), certificate.trusted());
    }

    private static Arguments broken(String name, String reason, Reply reply) {
        return arguments(named(name, reply), reason);
    }

    private static Reply raw(byte[]... frames) {
        return (wire, request) -> wire.write(frames);
    }

    private static Reply heads(byte[] block) {
        return raw(frame(FrameType.HEADERS, 1, END_HEADERS, block));
    }

    private static Reply head(boolean last, String... headers) {
        return (wire, request) -> wire.headers(last, 200, headers);
    }

    /** Headers with a name that the encoder would not leave as it is. */
    private static byte[] block200(String name) {
        byte[] header = {(byte) 0x88, 0, (byte) name.length()};
        return join(join(header, name.getBytes(UTF_8)), new byte[] {1, 'x'});
    }

    private static Reply endless(byte[] frame) {
        return (wire, request) -> {
            while (true) {
                wire.write(frame);
            }
        };
    }

    private static void drip(Http2Server.Wire wire, byte[] frame) throws Exception {
        while (true) {
            wire.write(frame);
            wire.flush();
            Thread.sleep(50);
        }
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
