package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.SourceId;

/** What becomes of the links of a store that knew no second tries of refused links. */
class LinkMigrationTest {
    private static final SourceId FEED = new SourceId("feed");

    @TempDir
    private Path folder;

    @Test
    void refusedLinksAreDueAndLeftOutOnesAreNoLongerRefused() throws Exception {
        Path file = folder.resolve("state.db");
        makeOld(file);

        try (StateStore store = StateStore.open(file)) {
            assertThat(store.linkStatistics().counts()).isEqualTo(Map.of(FEED, new LinkCounts(1, 1, 1, 1, 1)));
            assertThat(store.links().due(FEED, Instant.ofEpochMilli(8), 10))
                    .extracting(link -> link.uri().getPath())
                    .containsExactly("/refused", "/pending");
            assertThat(store.links().find(URI.create("https://news.example/captured")))
                    .get()
                    .satisfies(link -> assertThat(link.nextAttemptAt()).isNull());
            assertThat(store.captures().newest(FEED, 10)).hasSize(1);
            assertThat(store.damages()).isEmpty();
        }
    }

    private static void makeOld(Path file) throws Exception {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:" + Schema.FOLDER)
                .target("6")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into capture (source, uri, requested, file, file_offset, file_length, fetched_at,
                        payload_sha256, title, summary) values ('feed', 'https://news.example/captured',
                        'https://news.example/captured', 'a.warc.gz', 0, 1, 5, '%s', '', '')""".formatted("ab".repeat(32)));
            String link = """
                    insert into link (uri, source, title, summary, state, attempts, next_attempt_at, last_reason,
                        discovered_at, capture) values ('https://news.example/%s', 'feed', '', '', %s)""";
            statement.execute(link.formatted("captured", "'CAPTURED', 1, null, '', 5, 1"));
            statement.execute(link.formatted("pending", "'PENDING', 0, 7, '', 7, null"));
            statement.execute(link.formatted("refused", "'REFUSED', 1, null, 'robots.txt forbids it', 6, null"));
            statement.execute(
                    link.formatted("old", "'REFUSED', 0, null, 'not among the first 50 of a new source', 6, null"));
            statement.execute(link.formatted("gone", "'FAILED', 1, null, 'status 410', 6, null"));
        }
    }
}
