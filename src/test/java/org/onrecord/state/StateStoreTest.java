package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SourceId;

class StateStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SourceId FEED = new SourceId("example-feed");

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasWrittenWhenItIsOpenedAgain() {
        Path file = folder.resolve("index/state.db");
        try (StateStore store = StateStore.open(file)) {
            store.sourceStates().save(SourceState.never(FEED, NOON));
        }

        try (StateStore store = StateStore.open(file)) {
            assertThat(store.sourceStates().find(FEED)).contains(SourceState.never(FEED, NOON));
        }
    }

    @Test
    void readsBesideAProcessThatWrites() {
        Path file = folder.resolve("state.db");
        try (StateStore writer = StateStore.open(file);
                StateStore reader = StateStore.openReadOnly(file)) {
            writer.sourceStates().save(SourceState.never(FEED, NOON));

            assertThat(reader.sourceStates().find(FEED)).isPresent();
            assertThatThrownBy(() -> reader.sourceStates().save(SourceState.never(FEED, NOON)))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("cannot save the state of example-feed")
                    .hasMessageContaining("state.db");
        }
    }

    @Test
    void readsAfterTheWriterHasLeft() {
        Path file = folder.resolve("state.db");
        try (StateStore writer = StateStore.open(file)) {
            writer.sourceStates().save(SourceState.never(FEED, NOON));
        }

        try (StateStore reader = StateStore.openReadOnly(file)) {
            assertThat(reader.sourceStates().find(FEED)).isPresent();
        }
    }

    @Test
    void saysWhatToDoWhenThereIsNothingToRead() {
        assertThatThrownBy(() -> StateStore.openReadOnly(folder.resolve("state.db")))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("run `onrecord fetch` first");
    }

    @Test
    void refusesAFileOfANewerProgram() throws Exception {
        Path file = folder.resolve("state.db");
        StateStore.open(file).close();
        sql(file, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success) values (999, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1, 1)""");

        assertThatThrownBy(() -> StateStore.open(file))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("newer OnRecord (version 999");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = folder.resolve("state.db");
        Files.writeString(file, "This is a text that somebody saved under the wrong name. ".repeat(100));

        assertThatThrownBy(() -> StateStore.open(file))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("state.db");
    }

    @Test
    void forcesEveryCommitToDisk() {
        try (StateStore store = StateStore.open(folder.resolve("state.db"));
                Database database = Database.open(folder.resolve("other.db"))) {
            assertThat(store.captures().count()).isZero();

            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
        }
    }

    /** Raise {@link Schema#VERSION} when this fails. */
    @Test
    void knowsItsNewestSqlFile() throws IOException {
        List<Integer> versions;
        try (var files = Files.list(Path.of("src/main/resources").resolve(Schema.FOLDER))) {
            versions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*\\.sql"))
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
                    .sorted()
                    .toList();
        }

        assertThat(versions).last().isEqualTo(Schema.VERSION);
    }

    private static String pragma(Database database, String name) {
        return database.read(
                "read " + name,
                handle ->
                        handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    private static void sql(Path file, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }
}
