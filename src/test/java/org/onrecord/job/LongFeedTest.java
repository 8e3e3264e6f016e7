package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.state.LinkCounts;
import org.onrecord.state.StateException;
import org.onrecord.state.StateStore;

/** A feed of 100,000 entries costs little memory and loses none. Runs in a JVM of its own, whose heap is limited. */
class LongFeedTest {
    private static final int ENTRIES = 100_000;
    private static final int ALLOWED_MEGABYTES = 128;

    /** What a JVM with an open state store and archive holds before anything is fetched; measured: 9 MB. */
    private static final int IDLE_MEGABYTES = 12;

    @Test
    void rememberingAHundredThousandEntriesNeeds128MegabytesAtMost(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process child = round(folder);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("100000 links, 100000 new");
        assertThat(child.exitValue()).isZero();
    }

    @Test
    void aRoundThatIsKilledInTheMiddleIsTakenUpAgainAndEveryEntryIsRememberedOnce(@TempDir Path folder)
            throws IOException, InterruptedException {
        SourceId source = new SourceId("long");
        long known = 0;
        for (int wanted : new int[] {1, 30_000, 60_000}) {
            Process child = round(folder);
            child.getInputStream().skipNBytes("idle".length());
            while (known < wanted && child.isAlive()) {
                known = remembered(folder, source);
            }
            child.destroyForcibly().waitFor();
            known = remembered(folder, source);
        }
        assertThat(known).as("links when it was killed").isLessThan(ENTRIES);

        Process last = round(folder);
        String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("100000 links");
        assertThat(remembered(folder, source)).isEqualTo(ENTRIES);
    }

    private static long remembered(Path folder, SourceId source) {
        if (!Files.exists(folder.resolve("state.db"))) {
            return 0;
        }
        try (StateStore state = StateStore.openBesideServer(folder.resolve("state.db"))) {
            return state.linkStatistics()
                    .counts()
                    .getOrDefault(source, LinkCounts.NONE)
                    .pending();
        } catch (StateException tablesAreBeingMade) {
            return 0;
        }
    }

    private static Process round(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (IDLE_MEGABYTES + ALLOWED_MEGABYTES) + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongFeedTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** The child: one round of one feed. */
    public static void main(String[] folder) {
        Path home = Path.of(folder[0]);
        Clock clock = Clock.systemUTC();
        Source source = new Source.FeedSource(
                new Source.About(new SourceId("long"), "Long", Duration.ofHours(1), Source.Rights.TEXT, null),
                URI.create("https://news.example/feed"));
        try (StateStore state = StateStore.open(home.resolve("state.db"));
                Archive archive = Archive.open(home.resolve("archive"), state.captures(), clock)) {
            System.gc();
            System.out.println("idle: "
                    + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000 + " MB");
            RoundParts parts = new RoundParts(
                    new LongFeed(source),
                    new LinkExtractor(),
                    archive,
                    state,
                    Set.of(source.id()),
                    clock,
                    IntakeListener.NONE,
                    () -> false);
            RoundReport report = new SourceRound(source, parts, false).run();
            System.out.println(report.listing());
        }
    }

    /** A server with nothing but the feed. */
    private record LongFeed(Source source) implements Fetcher {
        @Override
        public FetchOutcome fetch(FetchRequest request) {
            if (!request.uri().getPath().equals("/feed")) {
                return new Failed("status 404", Outlook.MISSING, null);
            }
            StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>Long</title>\n");
            for (int i = 0; i < ENTRIES; i++) {
                feed.append("<item><title>Story number ").append(i);
                feed.append("</title><link>https://news.example/story/").append(i);
                feed.append("</link><guid isPermaLink='false'>story-").append(i);
                feed.append("</guid><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>");
                feed.append("<description>What happened in story ").append(i).append(".</description></item>\n");
            }
            byte[] body = feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
            Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/rss+xml"));
            return new Fetched(new Page(
                    request.uri(),
                    request.uri(),
                    200,
                    headers,
                    body,
                    Clock.systemUTC().instant()));
        }

        @Override
        public void close() {}
    }
}
