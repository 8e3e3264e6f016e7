package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.faults.SmallDisk;
import org.onrecord.job.Schedule;
import org.onrecord.search.SearchRequest;
import org.onrecord.web.WebServer;

/**
 * Lets something else fill the disk while the server takes in pages, and looks what it does then, and when there is room
 * again. Rounds and seed can be given: {@code mvn test -Dtest=FullDiskTest -Dfault.full=50 -Dfault.seed=1}.
 */
class FullDiskTest {
    private static final int ROUNDS = Integer.getInteger("fault.full", 1);
    private static final long SEED = Long.getLong("fault.seed", System.nanoTime());
    private static final int PAGES = 120;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aFullDiskMakesTheServerReadOnlyUntilThereIsRoomAgain() throws Exception {
        System.out.println("FullDiskTest: " + ROUNDS + " rounds, -Dfault.seed=" + SEED);
        Random random = new Random(SEED);
        try (PageServer pages = new PageServer();
                SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 64 * 1024)) {
            publish(pages);
            for (int round = 0; round < ROUNDS; round++) {
                Home home = SmallHome.at(disk.folder().resolve("home" + round), pages.uri("/feed.xml"));
                fillAndMakeRoom(home, random, "-Dfault.seed=" + SEED + ", round " + round);
                delete(home.folder());
            }
        }
    }

    private void fillAndMakeRoom(Home home, Random random, String run) throws Exception {
        Path filler = home.folder().resolveSibling("filler");
        try (Application application = Application.open(home, Clock.systemUTC())) {
            Schedule schedule = new Server(application, Clock.systemUTC()).startJobs();
            WebServer web = application.web(schedule);
            Thread.sleep(random.nextInt(4_000));

            fill(filler, random.nextInt(3) == 0 ? 0 : random.nextInt(12_000_000));

            assertSoon(5, () -> application.disk().readOnly().isPresent(), "read-only, " + run);
            assertThat(get(web, "/health")).as(run).contains("\"read-only\"", "MB are free", "\"since\"");
            assertThat(get(web, "/sources")).as(run).contains("Read-only.", "MB are free");
            assertThat(get(web, "/api/v1/search?q=chips")).as(run).contains("\"total\"");
            assertThat(new Cli(home).run("doctor").out()).as(run).contains("! disk      read-only: only");
            long captured = application.state().captures().highest();
            assertThat(application.search().articles(SearchRequest.of("")).total())
                    .as(run)
                    .isLessThanOrEqualTo(captured);

            Files.delete(filler);

            assertSoon(5, () -> application.disk().readOnly().isEmpty(), "writing again, " + run);
            assertThat(get(web, "/health")).as(run).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(web, "/sources")).as(run).doesNotContain("Read-only.");
            assertSoon(
                    300,
                    () -> application.search().articles(SearchRequest.of("")).total() == PAGES,
                    "every page is found, " + run);
            assertThat(application.state().captures().count()).as(run).isEqualTo(PAGES);
        }
        Cli.Result doctor = new Cli(home).run("doctor");
        assertThat(doctor.out()).as(run).contains(PAGES + " captures, 0 damaged", PAGES + " articles, up to date");
    }

    /** Takes all the space but so many bytes, as fast as it can. */
    private static void fill(Path filler, long free) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(filler).getUsableSpace() > free + block.length) {
                out.write(block);
            }
            while (free == 0) {
                out.write(0);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static void assertSoon(int seconds, BooleanSupplier condition, String what) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what + " within " + seconds + " s").isBefore(end);
            Thread.sleep(50);
        }
    }

    private String get(WebServer web, String path) throws IOException, InterruptedException {
        URI uri = web.uri().resolve(path);
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Pages of some 60 KB that do not compress, half of them in what is kept. */
    private static void publish(PageServer server) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < PAGES; i++) {
            byte[] noise = new byte[30_000];
            new Random(i).nextBytes(noise);
            items.append("<item><title>Piece %d</title><link>%s</link></item>".formatted(i, server.uri("/a/" + i)));
            server.put("/a/" + i, "text/html; charset=utf-8", """
                    <html lang="en"><head><title>Piece %1$d of the record</title></head><body><article>
                    <h1>Piece %1$d of the record</h1>
                    <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that rule number %1$d on chips was wrong.</p>
                    <p>The chipmaker had asked the ministry for a licence in the week before, and got no answer to it.</p>
                    </article><!-- %2$s --></body></html>""".formatted(
                            i, HexFormat.of().formatHex(noise)));
        }
        server.put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>");
    }
}
