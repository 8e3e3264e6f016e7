package org.onrecord.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.state.Capture;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.StateStore;

/** Kills a process that stores pages, and looks whether everything that it acknowledged is there, once. */
class ArchiveCrashTest {
    private static final SourceId FEED = new SourceId("example-feed");
    private static final Pattern STORED = Pattern.compile("stored (\\d+) ([0-9a-f]{64})");
    private static final int KILLS = 4;

    @TempDir
    private Path home;

    @Test
    void losesNothingThatItAcknowledgedWhenItIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new TreeMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Storing.class.getName(),
                            home.toString(),
                            String.valueOf(random.nextLong()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int killAfter = random.nextInt(40);
            try (BufferedReader answers = process.inputReader()) {
                for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                    Matcher stored = STORED.matcher(line);
                    if (stored.matches()) {
                        acknowledged.put(Long.valueOf(stored.group(1)), stored.group(2));
                        if (killAfter-- == 0) {
                            process.toHandle().destroyForcibly(); // unlike Process, leaves what it wrote to be read
                        }
                    }
                }
            }
            process.waitFor();
            assertConsistent(acknowledged, "seed " + seed + ", kill " + kill);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private void assertConsistent(Map<Long, String> acknowledged, String run) throws IOException {
        try (StateStore state = StateStore.open(home.resolve("state.db"));
                Archive archive = Archive.open(home.resolve("archive"), state.captures(), Clock.systemUTC())) {
            List<Capture> captures = state.captures().after(0, 100_000);
            for (Capture capture : captures) {
                assertThat(archive.read(capture).uri()).as(run).isEqualTo(capture.uri());
                assertThat(state.links().find(capture.uri()))
                        .as(run)
                        .get()
                        .returns(KnownLink.State.CAPTURED, KnownLink::state);
            }
            assertThat(captures)
                    .as(run)
                    .extracting(capture -> Map.entry(capture.number(), capture.payloadSha256()))
                    .containsAll(acknowledged.entrySet());
            assertThat(captures).as(run).doesNotHaveDuplicates().hasSize((int) responses());
            assertThat(captures).extracting(Capture::uri).as(run).doesNotHaveDuplicates();
        }
    }

    private long responses() throws IOException {
        long responses = 0;
        try (Stream<Path> files = Files.list(home.resolve("archive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (WarcReader reader = new WarcReader(file)) {
                    for (WarcRecord record : reader) {
                        record.body().consume();
                        responses += record instanceof WarcResponse ? 1 : 0;
                    }
                }
            }
        }
        return responses;
    }

    /** Stores page after page, as intake does, until it is killed. */
    static final class Storing {
        private Storing() {}

        public static void main(String[] arguments) {
            ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT"))
                    .setLevel(ch.qos.logback.classic.Level.OFF);
            Path home = Path.of(arguments[0]);
            Random random = new Random(Long.parseLong(arguments[1]));
            Clock clock = Clock.systemUTC();
            try (StateStore state = StateStore.open(home.resolve("state.db"));
                    Archive archive = Archive.open(home.resolve("archive"), state.captures(), clock, 300_000)) {
                while (true) {
                    URI uri = URI.create("https://news.example/" + Long.toUnsignedString(random.nextLong()));
                    state.links().add(FEED, List.of(new FoundLink(uri, Hints.NONE)), Set.of(FEED), clock.instant());
                    byte[] body = new byte[random.nextInt(50_000)];
                    random.nextBytes(body);
                    Page page = new Page(uri, uri, 200, Map.of(), body, clock.instant());
                    Capture capture = archive.store(page, FEED, Hints.NONE);
                    System.out.println("stored " + capture.number() + " " + capture.payloadSha256());
                }
            }
        }
    }
}
