package org.onrecord.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.hash.Sha256;
import org.onrecord.state.Capture;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.StateException;
import org.onrecord.state.StateStore;

class ArchiveTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final SourceId FEED = new SourceId("example-feed");
    private static final String FIRST_FILE = "onrecord-20261124T120000Z-00001.warc.gz";

    @TempDir
    private Path home;

    private Path folder;
    private StateStore state;

    @BeforeEach
    void open() {
        folder = home.resolve("archive");
        state = StateStore.open(home.resolve("state.db"));
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void comparingBesideAWriterFindsNothingWrong() throws InterruptedException {
        try (Archive archive = archive();
                Archive reader = Archive.openReadOnly(folder, state.captures(), CLOCK)) {
            AtomicBoolean enough = new AtomicBoolean();
            Thread writing = Thread.ofPlatform().start(() -> {
                for (int i = 0; !enough.get(); i++) {
                    URI uri = URI.create("https://news.example/" + i);
                    archive.store(new Page(uri, uri, 200, Map.of(), new byte[2_000], NOON), FEED, Hints.NONE);
                }
            });
            for (int i = 0; i < 300; i++) {
                assertThat(reader.compare()).isEmpty();
            }
            enough.set(true);
            writing.join();
        }
    }

    @Test
    void whatIsStoredBetweenMeasuringAndAskingIsNotLost() throws IOException {
        try (Archive archive = archive()) {
            URI uri = URI.create("https://news.example/1");
            Page page = new Page(uri, uri, 200, Map.of(), new byte[2_000], NOON);
            archive.store(page, FEED, Hints.NONE);

            List<String> found = Leftovers.find(new WarcFolder(folder), () -> {
                archive.store(page, FEED, Hints.NONE);
                archive.store(page, FEED, Hints.NONE);
                return state.captures().ends();
            });

            assertThat(found).isEmpty();
        }
    }

    @Test
    void givesBackExactlyTheStoredPage() {
        Page page = new Page(
                URI.create("https://news.example/asked?a=1&b=%20"),
                URI.create("https://news.example/final"),
                200,
                Map.of(
                        "Content-Type", List.of("text/html; charset=utf-8"),
                        "ETag", List.of("\"v1\""),
                        "Content-Length", List.of("16"),
                        "Set-Cookie", List.of("a=1", "b=2")),
                "<p>出口管制</p>".getBytes(UTF_8),
                NOON.plusMillis(123));
        Page fits = withHeader(page, "Content-Length", String.valueOf(page.body().length));

        try (Archive archive = archive()) {
            Capture capture = archive.store(fits, FEED, Hints.NONE);

            assertSame(archive.read(capture), fits);
            assertThat(capture.number()).isEqualTo(1);
            assertThat(state.captures().byNumber(1)).contains(capture);
        }
    }

    @Test
    void keepsBytesThatAreNoText() {
        byte[] every = new byte[70_000];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        Page page = page("/bytes", Map.of(), every);
        Page empty = page("/empty", Map.of(), new byte[0]);
        Page breaks = page("/breaks", Map.of(), "\r\n\r\n\r\n".getBytes(UTF_8));

        try (Archive archive = archive()) {
            for (Page each : List.of(page, empty, breaks)) {
                assertSame(archive.read(archive.store(each, FEED, Hints.NONE)), each);
            }
        }
    }

    @Test
    void keepsOddHeadersAndLosesOnlyWhatCannotBeWritten() {
        Page page = page(
                "/odd",
                Map.of(
                        "X-Empty", List.of(""),
                        "X-Colons", List.of("a: b: c"),
                        "X-Latin", List.of("caf\u00e9 \u00ff"),
                        "X-Space", List.of("  in front and behind  "),
                        "X-Long", List.of("x".repeat(60_000)),
                        "X_Under.score", List.of("1"),
                        "Not a token", List.of("lost"),
                        "X-Split", List.of("one\r\nX-Evil: two\r\n\r\nbody")),
                "text".getBytes(UTF_8));

        try (Archive archive = archive()) {
            Page back = archive.read(archive.store(page, FEED, Hints.NONE));

            assertThat(back.headers())
                    .containsOnlyKeys("X-Empty", "X-Colons", "X-Latin", "X-Space", "X-Long", "X_Under.score", "X-Split")
                    .containsEntry("X-Split", List.of("one  X-Evil: two    body"));
            assertThat(back.headers()).allSatisfy((name, values) -> {
                if (!name.equals("X-Split")) {
                    assertThat(values).isEqualTo(page.headers().get(name));
                }
            });
            assertThat(back.body()).isEqualTo(page.body());
        }
    }

    @Test
    void leavesOutHeadersThatSpeakOfAnotherFormOfTheBody() {
        Page page = page(
                "/coded",
                Map.of(
                        "Content-Encoding", List.of("gzip"),
                        "Transfer-Encoding", List.of("chunked"),
                        "Content-Length", List.of("3")),
                "decoded".getBytes(UTF_8));

        try (Archive archive = archive()) {
            assertThat(archive.read(archive.store(page, FEED, Hints.NONE)).headers())
                    .isEmpty();
        }
    }

    @Test
    void writesFilesThatAnyWarcReaderReads() throws IOException {
        Page page = page(
                "/a b".replace(" ", "%20"), Map.of("Content-Type", List.of("text/html")), "<p>one".getBytes(UTF_8));
        try (Archive archive = archive()) {
            archive.store(page, FEED, Hints.NONE);
            archive.store(page("/b", Map.of(), "two".getBytes(UTF_8)), FEED, Hints.NONE);
        }

        try (WarcReader reader = new WarcReader(folder.resolve(FIRST_FILE))) {
            Warcinfo info = (Warcinfo) reader.next().orElseThrow();
            assertThat(info.filename()).contains(FIRST_FILE);
            assertThat(info.fields().first("software")).contains("OnRecord");
            info.body().consume();

            reader.calculateBlockDigest();
            WarcResponse first = (WarcResponse) reader.next().orElseThrow();
            assertThat(first.target()).isEqualTo("https://news.example/a%20b");
            assertThat(first.date()).isEqualTo(NOON);
            assertThat(first.http().status()).isEqualTo(200);
            assertThat(first.http().headers().first("Content-Type")).contains("text/html");
            assertThat(first.http().body().stream().readAllBytes()).isEqualTo("<p>one".getBytes(UTF_8));
            assertThat(first.headers().first("OnRecord-Source")).contains("example-feed");
            assertThat(first.payloadDigest().orElseThrow().hex())
                    .isEqualTo(state.captures().byNumber(1).orElseThrow().payloadSha256());
            assertThat(first.calculatedBlockDigest()).isEqualTo(first.blockDigest());

            assertThat(reader.next()).get().isInstanceOf(WarcResponse.class);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void goesOnInTheSameFileWhenOpenedAgain() throws IOException {
        store("/a");
        store("/b");

        assertThat(names()).containsExactly(FIRST_FILE);
        assertThat(state.captures().after(0, 10)).hasSize(2);
        assertReadable();
    }

    @Test
    void beginsANewFileWhenTheNewestIsFull() throws IOException {
        try (Archive archive = Archive.open(folder, state.captures(), CLOCK, 1000)) {
            for (int i = 0; i < 5; i++) {
                archive.store(page("/" + i, Map.of(), random(500)), FEED, Hints.NONE);
            }
        }
        try (Archive archive = Archive.open(folder, state.captures(), CLOCK, 1000)) {
            archive.store(page("/5", Map.of(), random(500)), FEED, Hints.NONE);
        }

        assertThat(names()).hasSizeGreaterThan(2).allMatch(name -> name.startsWith("onrecord-20261124T120000Z-0000"));
        for (String name : names()) {
            try (WarcReader reader = new WarcReader(folder.resolve(name))) {
                assertThat(reader.next()).get().isInstanceOf(Warcinfo.class);
            }
        }
        assertReadable();
    }

    @Test
    void marksTheLinkOfThePageAsCaptured() {
        URI uri = URI.create("https://news.example/a");
        state.links().add(FEED, List.of(new FoundLink(uri, Hints.NONE)), Set.of(FEED), NOON);

        store("/a");

        assertThat(state.links().find(uri)).get().returns(KnownLink.State.CAPTURED, KnownLink::state);
    }

    @Test
    void cutsATornRecordThatACrashLeft() throws IOException {
        store("/a");
        long end = Files.size(folder.resolve(FIRST_FILE));
        byte[] record = recordBytes();
        for (int length : List.of(1, 9, 30, record.length / 2, record.length - 1)) {
            append(FIRST_FILE, Arrays.copyOf(record, length));

            try (Archive archive = archive()) {
                assertThat(archive.findings()).singleElement().asString().contains("cut " + length + " bytes");
            }
            assertThat(Files.size(folder.resolve(FIRST_FILE))).isEqualTo(end);
        }
        store("/b");
        assertReadable();
    }

    @Test
    void cutsAWholeRecordThatNeverGotItsRow() throws IOException {
        store("/a");
        long end = Files.size(folder.resolve(FIRST_FILE));
        append(FIRST_FILE, recordBytes());

        archive().close();

        assertThat(Files.size(folder.resolve(FIRST_FILE))).isEqualTo(end);
    }

    @Test
    void cutsWhatALossOfPowerLeft() throws IOException {
        store("/a");
        long end = Files.size(folder.resolve(FIRST_FILE));
        byte[] flipped = recordBytes();
        flipped[flipped.length / 2] ^= 0x10;
        byte[] zeroed = recordBytes();
        Arrays.fill(zeroed, 200, zeroed.length, (byte) 0);
        for (byte[] tail : List.of(new byte[5000], random(5000), flipped, zeroed, "plain text".getBytes(UTF_8))) {
            append(FIRST_FILE, tail);

            archive().close();

            assertThat(Files.size(folder.resolve(FIRST_FILE))).isEqualTo(end);
        }
        assertReadable();
    }

    @Test
    void deletesAFileThatGotNoRow() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(FIRST_FILE), WarcMember.warcinfo(FIRST_FILE, NOON));
        Files.write(folder.resolve("onrecord-20261124T120000Z-00002.warc.gz"), new byte[0]);
        Files.write(folder.resolve("notes.txt"), "mine".getBytes(UTF_8));

        archive().close();

        assertThat(names()).containsExactly("notes.txt");
    }

    @Test
    void movesRecordsAsideWhenTheStateStoreWasLost() throws IOException {
        store("/a");
        store("/b");
        byte[] before = Files.readAllBytes(folder.resolve(FIRST_FILE));
        try (StateStore fresh = StateStore.open(home.resolve("fresh.db"));
                Archive archive = Archive.open(folder, fresh.captures(), CLOCK)) {
            assertThat(archive.findings())
                    .singleElement()
                    .asString()
                    .contains("was it lost, or restored from an older backup?");
        }

        assertThat(folder.resolve("unrecorded").resolve(FIRST_FILE)).hasBinaryContent(before);
        assertThat(folder.resolve(FIRST_FILE)).doesNotExist();
    }

    @Test
    void movesTheTailAsideWhenTheStateStoreIsOlder() throws IOException {
        store("/a");
        long end = Files.size(folder.resolve(FIRST_FILE));
        append(FIRST_FILE, recordBytes());
        append(FIRST_FILE, recordBytes());

        archive().close();

        Path aside = folder.resolve("unrecorded").resolve(FIRST_FILE.replace(".warc.gz", "-from-" + end + ".warc.gz"));
        try (WarcReader reader = new WarcReader(aside)) {
            assertThat(reader.records()).hasSize(2);
        }
        assertThat(Files.size(folder.resolve(FIRST_FILE))).isEqualTo(end);
        assertReadable();
    }

    @Test
    void saysWhichFilesAreMissingOrCut() throws IOException {
        store("/a");
        Path file = folder.resolve(FIRST_FILE);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 10);
        }

        try (Archive archive = archive()) {
            assertThat(archive.findings()).singleElement().asString().contains("has lost its last 10 bytes");
            Capture lost = state.captures().byNumber(1).orElseThrow();
            assertThatThrownBy(() -> archive.read(lost))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("cannot read capture 1")
                    .hasMessageContaining("restore the file from a backup");

            Capture next = archive.store(page("/b", Map.of(), random(10)), FEED, Hints.NONE);
            assertThat(next.file()).isEqualTo("onrecord-20261124T120000Z-00002.warc.gz");
        }

        Files.delete(file);
        try (Archive archive = archive()) {
            assertThat(archive.findings()).singleElement().asString().contains(FIRST_FILE + " is missing");
        }
    }

    @Test
    void noticesBytesThatHaveChanged() throws IOException {
        store("/a");
        Capture capture = state.captures().byNumber(1).orElseThrow();
        Path file = folder.resolve(FIRST_FILE);
        byte[] other = recordBytes();
        byte[] bytes = Arrays.copyOf(Files.readAllBytes(file), (int) capture.offset());
        Files.write(file, bytes);
        append(FIRST_FILE, other);

        try (Archive archive = Archive.openReadOnly(folder, state.captures(), CLOCK)) {
            assertThatThrownBy(() -> archive.read(capture))
                    .isInstanceOf(ArchiveException.class)
                    .hasMessageContaining("its bytes have changed");
        }
    }

    @Test
    void leavesNoBytesBehindWhenTheRowCannotBeCommitted() throws IOException {
        try (Archive archive = archive()) {
            archive.store(page("/a", Map.of(), random(100)), FEED, Hints.NONE);
            state.close();
            assertThatThrownBy(() -> archive.store(page("/b", Map.of(), random(100)), FEED, Hints.NONE))
                    .isInstanceOf(StateException.class);
        }

        state = StateStore.open(home.resolve("state.db"));
        store("/c");
        assertThat(state.captures().count()).isEqualTo(2);
        assertReadable();
    }

    @Test
    void takesPagesOfManyThreadsAndLosesNone() throws Exception {
        List<Callable<Capture>> work = new ArrayList<>();
        try (Archive archive = Archive.open(folder, state.captures(), CLOCK, 20_000);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                Page page = page("/" + i, Map.of(), random(1000));
                work.add(() -> archive.store(page, FEED, Hints.NONE));
            }
            for (Future<Capture> stored : threads.invokeAll(work)) {
                assertThat(stored.get().number()).isPositive();
            }
        }

        assertThat(state.captures().count()).isEqualTo(60);
        assertThat(names()).hasSizeGreaterThan(2);
        assertReadable();
    }

    private Archive archive() {
        return Archive.open(folder, state.captures(), CLOCK);
    }

    private void store(String path) {
        try (Archive archive = archive()) {
            archive.store(page(path, Map.of(), ("body of " + path).getBytes(UTF_8)), FEED, Hints.NONE);
        }
    }

    /** Every row leads to its page, every response record has its row, and nothing lies between. */
    private void assertReadable() throws IOException {
        List<Capture> captures = state.captures().after(0, 1000);
        try (Archive archive = Archive.openReadOnly(folder, state.captures(), CLOCK)) {
            for (Capture capture : captures) {
                assertThat(archive.read(capture).uri()).isEqualTo(capture.uri());
            }
        }
        int responses = 0;
        for (String name : names()) {
            if (name.endsWith(".warc.gz")) {
                try (WarcReader reader = new WarcReader(folder.resolve(name))) {
                    for (WarcRecord record : reader) {
                        record.body().consume();
                        responses += record instanceof WarcResponse ? 1 : 0;
                    }
                }
            }
        }
        assertThat(responses).isEqualTo(captures.size());
    }

    private void append(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes, StandardOpenOption.APPEND);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static byte[] recordBytes() {
        Page page = page("/crash", Map.of(), random(3000));
        return WarcMember.response(page, FEED, Sha256.of(page.body()));
    }

    private static Page page(String path, Map<String, List<String>> headers, byte[] body) {
        URI uri = URI.create("https://news.example" + path);
        return new Page(uri, uri, 200, headers, body, NOON);
    }

    private static Page withHeader(Page page, String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(page.headers());
        headers.put(name, List.of(value));
        return new Page(page.requested(), page.uri(), page.status(), headers, page.body(), page.fetchedAt());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static void assertSame(Page actual, Page expected) {
        assertThat(actual.requested()).isEqualTo(expected.requested());
        assertThat(actual.uri()).isEqualTo(expected.uri());
        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.headers()).isEqualTo(expected.headers());
        assertThat(actual.body()).isEqualTo(expected.body());
        assertThat(actual.fetchedAt()).isEqualTo(expected.fetchedAt());
    }
}
