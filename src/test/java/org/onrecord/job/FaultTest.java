package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.onrecord.archive.Archive;
import org.onrecord.article.Article;
import org.onrecord.article.SourceId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.faults.Fault;
import org.onrecord.faults.ShakyConnections;
import org.onrecord.faults.ShakyDisk;
import org.onrecord.faults.SmallDisk;
import org.onrecord.fetch.Page;
import org.onrecord.index.ArticleReaders;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.KnownNames;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.StandingQueries;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.KnownLink;
import org.onrecord.state.ShakyState;
import org.onrecord.state.StateStore;
import org.onrecord.tag.Tagger;
import org.onrecord.watch.WaitingFor;
import org.onrecord.watch.Watch;

/**
 * Takes in five articles while the n-th call of something fails, for one n after the other until none fails any more, and
 * looks whether every article is there once, both when the program goes on and when it is started again.
 *
 * <p>And the same on disks that are too small, which then grow.
 *
 * <p>By default only every 29th n, from a random one on. Every n, and more losses of power:
 * {@code mvn test -Dtest=FaultTest -Dfault.step=1 -Dfault.seeds=200 -Dfault.disks=50}. What is chosen at
 * random follows {@code -Dfault.seed}, 1 by default; it is printed.
 */
class FaultTest {
    private static final int STEP = Integer.getInteger("fault.step", 29);
    private static final int POWER_LOSSES = Integer.getInteger("fault.seeds", 10);
    private static final int DISK_SIZES = Integer.getInteger("fault.disks", 5);
    private static final long SEED = Long.getLong("fault.seed", 1);

    private static final SourceId FEED = new SourceId("feed");
    private static final List<URI> ADDRESSES = IntStream.range(0, 5)
            .mapToObj(i -> URI.create("https://news.example/" + i))
            .toList();

    @TempDir
    private Path folder;

    /** Where the next fault comes from; each run has its own home. */
    private final Fault disk = new Fault();

    private final Fault database = new Fault();
    private final Fault memory = new Fault();
    private boolean answerIsLost;

    @Test
    void nothingIsLostWhenTheDiskFailsOnce() throws Exception {
        everyCall("disk", disk, false);
    }

    @Test
    void nothingIsLostWhenTheDiskFailsUntilTheProgramIsStartedAgain() throws Exception {
        everyCall("disk, for good", disk, true);
    }

    @Test
    void nothingIsLostWhenTheDatabaseFails() throws Exception {
        everyCall("database", database, false);
    }

    @Test
    void nothingIsLostWhenTheAnswerOfTheDatabaseIsLost() throws Exception {
        answerIsLost = true;
        everyCall("database's answer", database, false);
    }

    @Test
    void nothingIsLostWhenMemoryRunsOutWhileTagging() throws Exception {
        everyCall("memory", memory, false);
        everyCall("memory, for good", memory, true);
    }

    @Test
    void nothingIsLostWhenPowerIsLost() throws Exception {
        Random random = new Random(SEED);
        long calls = callsOf(disk);
        for (int i = 0; i < POWER_LOSSES; i++) {
            long n = random.nextLong(1, calls + 1);
            String run = "power lost at call " + n + " of the disk, -Dfault.seed=" + SEED + ", round " + i;
            Home home = new Home("power" + i);
            home.session(disk, n, true, false);
            home.disk.losePower(home.archive, random);
            home.disk.losePower(home.index, random);
            home.session(disk, Long.MAX_VALUE, false, false);
            home.check(run);
        }
        System.out.println("FaultTest: power lost " + POWER_LOSSES + " times, -Dfault.seed=" + SEED);
    }

    private static final String EVERYBODY = "everybody";

    /** A state store in which nothing stands yet, made once. */
    private Path emptyState() {
        Path empty = folder.resolve("empty.db");
        if (!Files.exists(empty)) {
            StateStore.open(empty).close();
        }
        return empty;
    }

    @Test
    void searchesGoOnWhileTheDiskIsFullAndNothingIsLost() throws Exception {
        int whileFull = 0;
        int least = (int) (Files.size(emptyState()) / 1024) + 32;
        for (int i = 0; i < DISK_SIZES; i++) {
            int kilobytes = least + i * 800 / DISK_SIZES;
            String run = "a disk of " + kilobytes + " KiB";
            try (SmallDisk disk = SmallDisk.at(folder.resolve("small-disk"), kilobytes)) {
                Home home = new Home(disk.folder(), "home");
                try (Life life = new Life(home)) {
                    for (int attempt = 0; attempt < 3; attempt++) {
                        home.now = home.now.plus(Duration.ofHours(1));
                        Instant start = Instant.now();
                        try {
                            life.takeIn();
                        } catch (RuntimeException full) {
                            assertThat(full.getMessage()).as(run).isNotBlank();
                            whileFull += life.found() >= 0 ? 1 : 0;
                        }
                        assertThat(Duration.between(start, Instant.now()))
                                .as(run)
                                .isLessThan(Duration.ofSeconds(20));
                    }
                    disk.resize(64 * 1024);
                    home.now = home.now.plus(Duration.ofHours(1));
                    life.takeIn();
                    assertThat(life.found()).as(run).isEqualTo(ADDRESSES.size());
                }
                home.check(run);
            }
        }
        System.out.println("FaultTest: " + DISK_SIZES + " sizes of disk; " + whileFull + " searches while full");
    }

    private void everyCall(String what, Fault fault, boolean forGood) throws Exception {
        long first = STEP == 1 ? 1 : 1 + new Random(SEED).nextInt(STEP);
        int runs = 0;
        boolean struck = true;
        for (long n = first; struck; n += STEP) {
            String run = what + " fails at call " + n;
            Home goesOn = new Home(what + n + "on");
            struck = goesOn.session(fault, n, forGood, true);
            goesOn.check(run + ", the program goes on");

            Home startsAgain = new Home(what + n + "again");
            startsAgain.session(fault, n, forGood, false);
            startsAgain.session(fault, Long.MAX_VALUE, false, false);
            startsAgain.check(run + ", the program starts again");
            runs += 2;
        }
        System.out.println("FaultTest: " + what + ": " + runs + " runs, every " + STEP + ". call from " + first);
    }

    private long callsOf(Fault fault) throws IOException {
        new Home("calls").session(fault, Long.MAX_VALUE, false, false);
        return fault.calls();
    }

    /** One home folder, and what was acknowledged in it. */
    private final class Home {
        private final Path real;
        private final ShakyDisk disk = new ShakyDisk(FaultTest.this.disk);
        private final Path archive;
        private final Path index;
        private final Path state;
        private final Map<URI, Long> acknowledged = new HashMap<>();
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        private Home(String name) throws IOException {
            this(folder, name);
        }

        private Home(Path base, String name) throws IOException {
            real = Files.createDirectories(base.resolve(name.replaceAll("\\W+", "-")));
            archive = disk.at(real.resolve("archive"));
            index = disk.at(real.resolve("articles"));
            state = real.resolve("state.db");
            Files.copy(emptyState(), state);
        }

        /**
         * One life of the program.
         *
         * @param goesOn whether the fault ends before the program does
         * @return whether the fault struck
         */
        private boolean session(Fault fault, long n, boolean forGood, boolean goesOn) {
            fault.at(n, forGood);
            try (Life life = new Life(this)) {
                for (int attempt = 0; attempt < (goesOn ? 3 : 1); attempt++) {
                    if (attempt > 0) {
                        fault.none();
                    }
                    now = now.plus(Duration.ofHours(1));
                    try {
                        life.takeIn();
                    } catch (RuntimeException failure) {
                        assertThat(fault.struck())
                                .as("a failure without a fault: %s", failure)
                                .isTrue();
                    }
                }
            }
            return fault.struck();
        }

        private Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }

        private void check(String run) throws IOException {
            database.none();
            memory.none();
            FaultTest.this.disk.none();
            Map<URI, Long> captured = new HashMap<>();
            try (StateStore store = StateStore.open(state);
                    Archive pages = Archive.open(real.resolve("archive"), store.captures(), clock())) {
                for (Capture capture : store.captures().after(0, 100)) {
                    assertThat(captured.put(capture.uri(), capture.number()))
                            .as("%s: %s is there once", run, capture.uri())
                            .isNull();
                    assertThat(pages.read(capture).body())
                            .as(run)
                            .isEqualTo(page(capture.uri()).body());
                }
                assertThat(store.passedOver().all()).as(run).isEmpty();
                assertThat(store.versions().articles(5)).as(run).hasSameSizeAs(ADDRESSES);
                assertThat(store.matches().untold(EVERYBODY, 100))
                        .as("%s: every article was compared with what is watched for", run)
                        .hasSameSizeAs(ADDRESSES);
            }
            assertThat(captured.keySet()).as(run).containsExactlyInAnyOrderElementsOf(ADDRESSES);
            assertThat(captured).as(run).containsAllEntriesOf(acknowledged);
            assertThat(responses()).as(run).isEqualTo(ADDRESSES.size());
            checkIndex(run, new HashSet<>(captured.values()));
        }

        private void checkIndex(String run, Set<Long> captures) throws IOException {
            try (FSDirectory directory = FSDirectory.open(real.resolve("articles"));
                    CheckIndex check = new CheckIndex(directory)) {
                check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
                assertThat(check.checkIndex().clean).as(run).isTrue();
            }
            assertThat(LuceneIndex.committedCapture(real.resolve("articles")))
                    .as(run)
                    .isEqualTo(5);
            try (LuceneSearch search = new LuceneSearch(
                    ArticleReaders.openReadOnly(real.resolve("articles")), clock(), SavedQueries.NONE)) {
                List<ArticleHit> hits =
                        search.articles(SearchRequest.of("").page(0, 100)).hits();
                assertThat(hits).as(run).hasSameSizeAs(ADDRESSES);
                assertThat(hits.stream()
                                .map(hit -> search.article(hit.article().id())
                                        .orElseThrow()
                                        .article()
                                        .capture()))
                        .as(run)
                        .containsExactlyInAnyOrderElementsOf(captures);
            }
        }

        private int responses() throws IOException {
            int responses = 0;
            try (Stream<Path> files = Files.list(real.resolve("archive"))) {
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
    }

    /** The parts of the program over a home; what could not be opened is tried again the next time. */
    private final class Life implements AutoCloseable {
        private final Home home;
        private final Deque<AutoCloseable> opened = new ArrayDeque<>();
        private @Nullable StateStore state;
        private @Nullable Archive archive;
        private @Nullable LuceneIndex index;
        private @Nullable Indexing indexing;

        private Life(Home home) {
            this.home = home;
        }

        private void takeIn() {
            if (state == null) {
                state = open(ShakyState.open(home.state, new ShakyConnections(database, answerIsLost)));
            }
            if (archive == null) {
                archive = open(Archive.open(home.archive, state.captures(), home.clock()));
            }
            if (index == null) {
                index = open(LuceneIndex.open(home.index));
            }
            if (indexing == null) {
                CapturedArticles articles = new CapturedArticles(
                        state.captures(), archive, new ArticleExtractor(), source -> Source.Reading.USUAL);
                Corrections corrections = new Corrections(
                        state.corrections(), new Registry(List.of(), List.of(), List.of()), home.clock());
                indexing = open(new Indexing(
                        state,
                        corrections,
                        articles,
                        new ForgetfulTagger(memory),
                        index,
                        open(watch(state, index)),
                        home.clock(),
                        2));
            }
            takeIn(state, archive, indexing);
        }

        /** Somebody waits for every article. */
        private Watch watch(StateStore store, LuceneIndex articles) {
            LuceneSearch search = new LuceneSearch(articles.readers(), home.clock(), SavedQueries.NONE);
            return new Watch(
                    new StandingQueries(
                            articles::documents, articles::frequency, home.clock(), SavedQueries.NONE, KnownNames.NONE),
                    List.of(WaitingFor.all(EVERYBODY, "*")),
                    search::article,
                    store,
                    home.clock());
        }

        private void takeIn(StateStore store, Archive pages, Indexing all) {
            store.links()
                    .add(
                            FEED,
                            ADDRESSES.stream()
                                    .map(uri -> new FoundLink(uri, Hints.NONE))
                                    .toList(),
                            Set.of(FEED),
                            home.now);
            for (KnownLink link : store.links().due(FEED, home.now, 100)) {
                if (link.state() == KnownLink.State.CAPTURED) {
                    continue; // to be looked at again, which is not the question here
                }
                try {
                    home.acknowledged.put(
                            link.uri(),
                            pages.store(page(link.uri()), FEED, Hints.NONE).number());
                } catch (RuntimeException failure) {
                    // not acknowledged: the link stays due
                }
                all.catchUp(IntakeListener.NONE);
            }
            all.catchUp(IntakeListener.NONE);
        }

        /** How many articles a search finds now; -1 if there is no index yet. */
        private long found() {
            if (index == null) {
                return -1;
            }
            // Not closed: that would be the index's own business.
            return new LuceneSearch(index.readers(), home.clock(), SavedQueries.NONE)
                    .articles(SearchRequest.of(""))
                    .total();
        }

        private <T extends AutoCloseable> T open(T part) {
            opened.push(part);
            return part;
        }

        @Override
        public void close() {
            for (AutoCloseable part : opened) {
                try {
                    part.close();
                } catch (Exception failure) {
                    // a part that cannot be closed cleanly is as good as killed
                }
            }
        }
    }

    /** Some 60 KB that do not compress, so that small disks fill up. */
    private static Page page(URI uri) {
        byte[] noise = new byte[30_000];
        new Random(uri.hashCode()).nextBytes(noise);
        byte[] body = ("<title>Report " + uri.getPath() + "</title><article><p>The bureau said in its report "
                        + uri.getPath() + " that the rule on chips stays as it is for another year.</p></article><!-- "
                        + HexFormat.of().formatHex(noise) + " -->")
                .getBytes(StandardCharsets.UTF_8);
        return new Page(
                uri,
                uri,
                200,
                Map.of("Content-Type", List.of("text/html")),
                body,
                Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** Finds nothing, and runs out of memory when it is told to. */
    private record ForgetfulTagger(Fault fault) implements Tagger {
        @Override
        public TaggedArticle tag(Article article) {
            if (fault.strikes()) {
                throw new OutOfMemoryError("on purpose");
            }
            return new TaggedArticle(article, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public String version() {
            return "forgetful";
        }
    }
}
