package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.IntakeListener;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.StateStore;
import tools.jackson.databind.JsonNode;

/** Looking after a home: doctor, reindex, backup, restore. */
class CareTest {
    private static final int PAGES = 30;
    private static final int MORE_PAGES = 40;

    /** How often a backup is made and restored; {@code -Dcare.backups=20}. */
    private static final int BACKUPS = Integer.getInteger("care.backups", 1);

    @TempDir
    private Path folder;

    private PageServer server;
    private Home home;
    private Cli cli;

    @BeforeEach
    void serveArticles() throws IOException {
        server = new PageServer();
        publish(PAGES);
        home = SmallHome.at(folder.resolve("home"), server.uri("/feed.xml"));
        cli = new Cli(home);
    }

    @AfterEach
    void stopServing() {
        server.close();
    }

    private void publish(int pages) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            items.append("<item><title>Piece %d</title><link>%s</link></item>".formatted(i, server.uri("/a/" + i)));
            // Every third is a copy of the one before.
            int text = i % 3 == 2 ? i - 1 : i;
            server.put("/a/" + i, "text/html; charset=utf-8", """
                    <html lang="en"><head><title>Piece %1$d</title></head><body><article><h1>Piece %1$d</h1>
                    <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that rule %2$d was a mistake%3$s.</p>
                    <p>The chipmaker had asked for licence %2$d in week %2$d of year %2$d, and got no answer %2$d.</p>
                    </article></body></html>""".formatted(
                            i, text, ", as word" + text + " and term" + text + " show"));
        }
        server.put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Feed</title>" + items + "</channel></rss>");
    }

    @Test
    void aReindexedIndexIsTheSame() {
        cli.run("fetch");
        List<String> before = contents(home);

        Cli.Result reindex = cli.run("reindex");

        assertThat(reindex.exit()).isZero();
        assertThat(before).hasSize(PAGES);
        assertThat(contents(home)).isEqualTo(before);
        assertThat(cli.run("doctor").out()).contains("30 articles, up to date", "kB for each article", "all is well");
    }

    @Test
    void aBackupMadeWhileTheProgramWritesIsRestoredElsewhere() throws Exception {
        cli.run("fetch");
        for (int round = 1; round <= BACKUPS; round++) {
            backUpAndRestore(round, new Random(round));
        }
        System.out.println("CareTest: " + BACKUPS + " backups made while writing, and restored");
    }

    private void backUpAndRestore(int round, Random random) throws Exception {
        int pages = PAGES + MORE_PAGES * round;
        publish(pages);
        Path backup = folder.resolve("backup" + round);
        Home elsewhere = new Home(folder.resolve("elsewhere" + round));

        Cli.Result made;
        try (Application application = Application.open(home, Clock.systemUTC())) {
            Thread writing = Thread.ofPlatform()
                    .start(() -> application
                            .intake()
                            .run(application.settings().sources().enabled(), IntakeListener.NONE));
            Thread.sleep(random.nextInt(1_000));
            made = cli.run("backup", backup.toString());
            writing.join();
        }
        Cli.Result restored = new Cli(elsewhere).run("restore", backup.toString());

        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        assertThat(restored.err()).isEmpty();
        assertThat(restored.out()).contains("all is well");
        assertThat(withoutCopies(elsewhere)).hasSizeGreaterThanOrEqualTo(PAGES).isSubsetOf(withoutCopies(home));
        assertThat(new Cli(elsewhere).run("doctor").exit()).isZero();
        assertThat(new Cli(elsewhere).run("fetch").exit()).isZero();
        assertThat(contents(elsewhere)).hasSize(pages);
    }

    @Test
    void restoreRefusesADamagedBackupAndAHomeWithData() throws IOException {
        cli.run("fetch");
        Path backup = folder.resolve("backup");
        cli.run("backup", backup.toString());

        Cli.Result full = cli.run("restore", backup.toString());
        Path warc = onlyFile(backup.resolve("index/archive"));
        byte[] bytes = Files.readAllBytes(warc);
        bytes[bytes.length / 2] ^= 1;
        Files.write(warc, bytes);
        Home elsewhere = new Home(folder.resolve("elsewhere"));
        Cli.Result damaged = new Cli(elsewhere).run("restore", backup.toString());
        Files.delete(backup.resolve("SHA256SUMS"));
        Cli.Result cut = new Cli(elsewhere).run("restore", backup.toString());

        assertThat(full.exit()).isEqualTo(1);
        assertThat(full.err()).contains("has data already");
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains("is damaged").contains(String.valueOf(warc.getFileName()));
        assertThat(cut.err()).contains("no whole backup");
        assertThat(elsewhere.state()).doesNotExist();
    }

    @Test
    void backupRefusesAFolderWithFiles() {
        cli.run("fetch");

        Cli.Result backup = cli.run("backup", home.folder().toString());

        assertThat(backup.exit()).isEqualTo(1);
        assertThat(backup.err()).contains("is not empty");
    }

    @Test
    void theDoctorSeesArticlesThatTheIndexLacks() {
        cli.run("fetch");
        try (LuceneIndex index = LuceneIndex.open(home.articles())) {
            index.remove(anyArticle());
            index.commit(index.highestCapture());
        }

        Cli.Result doctor = cli.run("doctor");

        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("1 article of the archive missing in it", "`reindex` makes it anew");
        cli.run("reindex");
        assertThat(cli.run("doctor").exit()).isZero();
    }

    @Test
    void aStateStoreThatIsOlderThanTheArchiveIsSeenAndTheIndexFollowsIt() throws IOException {
        cli.run("fetch");
        Path old = folder.resolve("old.db");
        try (StateStore state = StateStore.openReadOnly(home.state())) {
            state.copyTo(old);
        }
        publish(PAGES + 10);
        cli.run("fetch");
        Files.delete(home.state());
        Files.copy(old, home.state());

        Cli.Result doctor = cli.run("doctor");
        cli.run("fetch");
        Cli.Result later = cli.run("doctor");

        assertThat(doctor.out())
                .contains("! archive   the state store does not know")
                .contains("! index     it is 10 captures ahead of the state store");
        assertThat(later.out())
                .contains("unrecorded", "40 articles, up to date")
                .doesNotContain("! index");
        assertThat(contents(home)).hasSize(PAGES + 10);
    }

    @Test
    void aDamagedRecordIsPassedOverAndReadAgainWhenItIsRestored() throws IOException {
        cli.run("fetch");
        Path warc = onlyFile(home.archive());
        byte[] whole = Files.readAllBytes(warc);
        byte[] damaged = whole.clone();
        damaged[damaged.length - 40] ^= 0x55;
        Files.write(warc, damaged);

        Cli.Result reindex = cli.run("reindex");
        Cli.Result doctor = cli.run("doctor");
        Files.write(warc, whole);
        cli.run("reindex");

        assertThat(reindex.out()).contains("29 articles");
        assertThat(doctor.out()).contains("! article   capture 30 is not in the index");
        assertThat(cli.run("doctor").exit()).isZero();
        assertThat(contents(home)).hasSize(PAGES);
    }

    @Test
    void aChangedPageIsANewVersionAndTheChangeIsShown() {
        String address = server.uri("/a/0").toString();
        feedWith("/a/0", "Mon, 23 Nov 2026 09:00:00 -0500");
        server.put(
                "/a/0",
                "text/html",
                page(
                        "The rule stays",
                        "Orrin had asked the ministry for a licence for its new chip in the week before, and got none."));
        cli.run("fetch");
        feedWith("/a/0", "Tue, 24 Nov 2026 09:00:00 -0500");
        fetchAfter(Duration.ofHours(2));
        server.put(
                "/a/0",
                "text/html",
                page(
                        "The rule goes",
                        "Orrin had asked the ministry for a licence for its new chip in the week before, and got two."));
        feedWith("/a/0", "Wed, 25 Nov 2026 09:00:00 -0500");
        fetchAfter(Duration.ofHours(8));

        Cli.Result article = cli.run("article", address + "?utm_source=x#top");
        JsonNode json =
                Json.MAPPER.readTree(cli.run("article", "--json", address).out());

        assertThat(article.err()).isEmpty();
        assertThat(article.out())
                .contains("The rule goes", "first seen", "- The rule stays", "+ The rule goes")
                .contains(
                        "  - Orrin had asked the ministry for a licence for its new chip in the week before, and got none.")
                .contains(
                        "  + Orrin had asked the ministry for a licence for its new chip in the week before, and got two.")
                .doesNotContain("Ada Lindqvist");
        assertThat(json.path("versions")).hasSize(2);
        assertThat(json.path("published").asString()).isEqualTo("2026-11-25T09:00-05:00");
        assertThat(json.path("versions").get(0).path("published").asString()).isEqualTo("2026-11-23T09:00-05:00");
        assertThat(contents(home)).hasSize(1);
        cli.run("reindex");
        assertThat(cli.run("article", address).out()).isEqualTo(article.out());
        assertThat(cli.run("doctor").exit()).isZero();
    }

    @Test
    void theSameTextUnderAnotherAddressIsACopyWithItsLineage() {
        cli.run("fetch");

        JsonNode json = Json.MAPPER.readTree(
                cli.run("article", "--json", server.uri("/a/2").toString()).out());

        assertThat(json.path("copies")
                        .valueStream()
                        .map(copy -> copy.path("url").asString()))
                .containsExactlyInAnyOrder(
                        server.uri("/a/1").toString(), server.uri("/a/2").toString());
    }

    private void fetchAfter(Duration time) {
        try (Application application = Application.open(home, Clock.offset(Clock.systemUTC(), time))) {
            application.intake().run(application.settings().sources().enabled(), IntakeListener.NONE);
        }
    }

    private void feedWith(String path, String date) {
        server.put("/feed.xml", "application/rss+xml", """
                <rss version="2.0"><channel><title>Feed</title>
                <item><title>Rule</title><link>%s</link><pubDate>%s</pubDate></item>
                </channel></rss>""".formatted(server.uri(path), date));
    }

    private static String page(String title, String paragraph) {
        return """
                <html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
                <p>Ada Lindqvist, chief executive of the chipmaker, spoke to reporters in the capital on Tuesday.</p>
                <p>%2$s</p></article></body></html>""".formatted(title, paragraph);
    }

    private ArticleId anyArticle() {
        try (Reading reading = Reading.of(home)) {
            return reading.search()
                    .articles(SearchRequest.of(""))
                    .hits()
                    .getFirst()
                    .article()
                    .id();
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** As {@link #contents}, but without the number of copies: one of them may have come after the backup. */
    private static List<String> withoutCopies(Home home) {
        return contents(home).stream()
                .map(article -> article.replaceFirst(" \\d+ ", " "))
                .toList();
    }

    /** Every article with its findings and its story, by id. */
    private static List<String> contents(Home home) {
        TreeMap<String, String> articles = new TreeMap<>();
        try (Reading reading = Reading.of(home)) {
            for (ArticleHit hit : reading.search()
                    .articles(SearchRequest.of("").page(0, 1_000))
                    .hits()) {
                articles.put(
                        hit.article().id().value(),
                        hit.story() + " " + hit.copies() + " "
                                + TaggedArticleJson.write(reading.search()
                                        .article(hit.article().id())
                                        .orElseThrow()));
            }
        }
        return new ArrayList<>(articles.values());
    }
}
