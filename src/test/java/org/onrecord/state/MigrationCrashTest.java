package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SourceId;

/**
 * Kills a process that brings an old state store up to date, and looks whether everything is there and the store can be
 * brought up to date all the same. Rounds can be given: {@code mvn verify -Dtest=MigrationCrashTest -Dcrash.migrations=20}.
 */
class MigrationCrashTest {
    private static final int CAPTURES = 2_000;

    @TempDir
    private Path folder;

    @Test
    void aStoreOfAnyOlderVersionSurvivesAKillWhileItIsBroughtUpToDate() throws Exception {
        int rounds = Integer.getInteger("crash.migrations", 2);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("MigrationCrashTest: " + rounds + " rounds, -Dcrash.seed=" + seed);
        Random random = new Random(seed);
        int[] took = new int[Schema.VERSION];
        for (int round = 0; round < rounds; round++) {
            int version = 1 + round % (Schema.VERSION - 1);
            Path file = folder.resolve("round" + round + ".db");
            makeOld(file, version);
            if (took[version] == 0) {
                took[version] = Math.max(20, updateAndKill(file, Integer.MAX_VALUE));
                Files.delete(file);
                makeOld(file, version);
            }

            updateAndKill(file, random.nextInt(took[version]));

            check(file, "version " + version + ", -Dcrash.seed=" + seed + ", round " + round);
        }
    }

    private static void makeOld(Path file, int version) throws Exception {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:" + Schema.FOLDER)
                .target(String.valueOf(version))
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into capture (source, uri, requested, file, file_offset, file_length, fetched_at,
                        payload_sha256, title, summary) values ('feed', ?, ?, 'a.warc.gz', ?, 1, 0, ?, '', '')""")) {
                for (int i = 0; i < CAPTURES; i++) {
                    insert.setString(1, "https://news.example/" + i);
                    insert.setString(2, "https://news.example/" + i);
                    insert.setInt(3, i);
                    insert.setString(4, "ab".repeat(32));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** Kills the update so many milliseconds after it began; how many it took. */
    private static int updateAndKill(Path file, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Updating.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("begins");
            long began = System.nanoTime();
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
            return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    private static void check(Path file, String run) {
        try (StateStore store = StateStore.open(file)) {
            assertThat(store.damages()).as(run).isEmpty();
            assertThat(store.captures().count()).as(run).isEqualTo(CAPTURES);
            store.links()
                    .add(
                            new SourceId("feed"),
                            List.of(new FoundLink(URI.create("https://news.example/new"), Hints.NONE)),
                            Set.of(new SourceId("feed")),
                            Instant.EPOCH);
            store.versions().clear();
        }
        try (StateStore store = StateStore.openReadOnly(file)) {
            assertThat(store.captures().highest()).as(run).isEqualTo(CAPTURES);
        }
    }

    /** The process that is killed. */
    static final class Updating {
        private Updating() {}

        public static void main(String[] arguments) {
            System.out.println("begins");
            System.out.flush();
            StateStore.open(Path.of(arguments[0])).close();
        }
    }
}
