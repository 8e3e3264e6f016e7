package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.Archive;
import org.onrecord.job.IntakeListener;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.Capture;
import org.onrecord.state.StateStore;

/**
 * Kills the program with SIGKILL at random moments of an intake, and of the very first start, and looks at what is left.
 * Rounds and seed can be given: {@code mvn verify -Dtest=CrashTest -Dcrash.rounds=200 -Dcrash.starts=10 -Dcrash.seed=1}.
 */
class CrashTest {
    private static final int PAGES = 300;
    private static final int LONGEST_LIFE_MILLIS = 5_000;

    @TempDir
    private Path folder;

    /** How long a first start takes on this machine. */
    private int startMillis;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsThereTwiceHoweverOftenTheProcessIsKilled() throws Exception {
        int rounds = Integer.getInteger("crash.rounds", 5);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("CrashTest: " + rounds + " rounds, -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        try (PageServer server = new PageServer()) {
            publish(server);
            int homes = 0;
            Home home = SmallHome.at(folder.resolve("home" + homes), server.uri("/feed.xml"));
            for (int round = 0; round < rounds; round++) {
                long acknowledged = runAndKill(home, random.nextInt(LONGEST_LIFE_MILLIS));

                checkWhatIsLeft(home, acknowledged);
                if (acknowledged >= PAGES) {
                    finishAndCheck(home);
                    home = SmallHome.at(folder.resolve("home" + ++homes), server.uri("/feed.xml"));
                }
            }
            finishAndCheck(home);
        }
    }

    @Test
    void aFirstStartThatIsKilledLeavesAHomeThatStarts() throws Exception {
        int rounds = Integer.getInteger("crash.starts", 2);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("CrashTest: " + rounds + " first starts, -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        try (PageServer server = new PageServer()) {
            publish(server);
            for (int round = 0; round < rounds; round++) {
                Home home = SmallHome.at(folder.resolve("first" + round), server.uri("/feed.xml"));
                long began = System.nanoTime();
                if (round == 0) {
                    start(home, "stop").waitFor();
                    startMillis = Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                    home = SmallHome.at(folder.resolve("first"), server.uri("/feed.xml"));
                }
                Process process = start(home, "stop");
                if (!process.waitFor(1 + random.nextInt(startMillis), TimeUnit.MILLISECONDS)) {
                    process.toHandle().destroyForcibly();
                    process.waitFor();
                }

                finishAndCheck(home);
            }
        }
    }

    private static void publish(PageServer server) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            items.append("<item><title>Piece %d</title><link>%s</link></item>".formatted(i, server.uri("/a/" + i)));
            server.put("/a/" + i, "text/html; charset=utf-8", """
                    <html lang="en"><head><title>Piece %1$d of the record</title></head><body><article>
                    <h1>Piece %1$d of the record</h1>
                    <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that rule number %1$d was a mistake.</p>
                    <p>The chipmaker had asked the ministry for a licence in the week before, and got no answer to it.</p>
                    </article></body></html>""".formatted(i));
        }
        server.put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>");
    }

    /** Runs an intake in a process of its own; the highest capture number that it printed before its end. */
    private static long runAndKill(Home home, int millis) throws IOException, InterruptedException {
        Process process = start(home, "go on");
        try (BufferedReader lines = process.inputReader()) {
            String first = lines.readLine();
            assertThat(first).as("the first line of the process").isEqualTo("open");
            Thread killer = Thread.ofVirtual().start(() -> {
                try {
                    if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                        // Not through Process, which would close the stream that we read.
                        process.toHandle().destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            long acknowledged = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may be cut by the kill; only whole numbers were acknowledged to us.
                if (line.endsWith(".")) {
                    acknowledged = Long.parseLong(line.substring(0, line.length() - 1));
                }
            }
            killer.join();
            process.waitFor();
            return acknowledged;
        }
    }

    private static Process start(Home home, String afterwards) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Intaker.class.getName());
        command.add(home.folder().toString());
        command.add(afterwards);
        return new ProcessBuilder(command)
                .redirectError(home.folder().resolve("stderr.log").toFile())
                .start();
    }

    private static void checkWhatIsLeft(Home home, long acknowledged) throws IOException {
        try (StateStore state = StateStore.open(home.state());
                Archive archive = Archive.openReadOnly(home.archive(), state.captures(), Clock.systemUTC())) {
            Set<String> addresses = new HashSet<>();
            for (Capture capture : state.captures().after(0, 10 * PAGES)) {
                assertThat(addresses.add(capture.uri().toString()))
                        .as("captured once: %s", capture.uri())
                        .isTrue();
                assertThat(archive.read(capture).body()).isNotEmpty();
            }
            assertThat(state.captures().highest()).isGreaterThanOrEqualTo(acknowledged);
        }
        checkIndex(home);
    }

    private static void checkIndex(Home home) throws IOException {
        if (!Files.isDirectory(home.articles())) {
            return;
        }
        try (Directory directory = FSDirectory.open(home.articles())) {
            if (!DirectoryReader.indexExists(directory)) {
                return;
            }
            try (CheckIndex check = new CheckIndex(directory)) {
                check.setInfoStream(new PrintStream(java.io.OutputStream.nullOutputStream()));
                assertThat(check.checkIndex().clean).as("CheckIndex is clean").isTrue();
            }
        }
    }

    private static void finishAndCheck(Home home) throws IOException, InterruptedException {
        runAndKill(home, Integer.MAX_VALUE);
        checkWhatIsLeft(home, PAGES);
        try (StateStore state = StateStore.open(home.state())) {
            assertThat(state.matches().untold("webhook:1", 10 * PAGES))
                    .as("a webhook is told of every article, none lost between indexing and matching")
                    .hasSize(PAGES);
        }
        try (Reading reading = Reading.of(home)) {
            Hits<ArticleHit> all =
                    reading.search().articles(SearchRequest.of("").page(0, 1_000));
            assertThat(all.total()).isEqualTo(PAGES);
            assertThat(all.hits().stream().map(hit -> hit.article().title()))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PAGES)
                            .mapToObj(i -> "Piece " + i + " of the record")
                            .toList());
        }
    }

    /** The process that is killed: an intake that prints each capture number that was acknowledged. */
    static final class Intaker {
        private Intaker() {}

        public static void main(String[] arguments) {
            Home home = new Home(Path.of(arguments[0]));
            System.setProperty("logback.configurationFile", "org/onrecord/config/defaults/logback.xml");
            try (Application application = Application.open(home, Clock.systemUTC())) {
                System.out.println("open");
                if (arguments[1].equals("stop")) {
                    return;
                }
                if (application.state().webhooks().all().isEmpty()) {
                    application
                            .state()
                            .webhooks()
                            .add("all", URI.create("https://hooks.example/"), "record", "whsec_", Instant.now());
                }
                Thread.ofPlatform().daemon().start(() -> printAcknowledged(application.state()));
                application.intake().run(application.settings().sources().enabled(), IntakeListener.NONE);
                System.out.println(application.state().captures().highest() + ".");
                System.out.flush();
            }
        }

        private static void printAcknowledged(StateStore state) {
            try {
                for (long printed = 0; ; Thread.sleep(1)) {
                    long highest = state.captures().highest();
                    if (highest > printed) {
                        System.out.println(highest + ".");
                        System.out.flush();
                        printed = highest;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
