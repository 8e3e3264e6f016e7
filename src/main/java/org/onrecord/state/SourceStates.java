package org.onrecord.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.onrecord.article.SourceId;

/** How the rounds of each source went. Safe for use by many threads; one round of a source at a time. */
public final class SourceStates {
    private static final RowMapper<SourceState> ROW = SourceStates::state;

    private final Database database;

    SourceStates(Database database) {
        this.database = database;
    }

    /** Empty for a source that was never asked. */
    public Optional<SourceState> find(SourceId source) {
        return database.read(
                "find the state of " + source,
                handle -> handle.createQuery("select * from source_state where source = :source")
                        .bind("source", source.value())
                        .map(ROW)
                        .findOne());
    }

    /** Every source that was asked at least once, also ones that are no longer watched, by id. */
    public List<SourceState> all() {
        return database.read(
                "list source states",
                handle -> handle.createQuery("select * from source_state order by source")
                        .map(ROW)
                        .list());
    }

    /** Replaces what was known of the source. */
    public void save(SourceState state) {
        database.write(
                "save the state of " + state.source(),
                handle -> handle.createUpdate("""
                        insert or replace into source_state (source, etag, last_modified, full_at, round_at, success_at,
                            outcome, failures, next_due_at)
                        values (:source, :etag, :lastModified, :fullAt, :roundAt, :successAt, :outcome, :failures,
                            :nextDueAt)""")
                        .bind("source", state.source().value())
                        .bind("etag", state.etag())
                        .bind("lastModified", state.lastModified())
                        .bind("fullAt", Rows.millis(state.fullAt()))
                        .bind("roundAt", Rows.millis(state.roundAt()))
                        .bind("successAt", Rows.millis(state.successAt()))
                        .bind("outcome", state.outcome())
                        .bind("failures", state.failures())
                        .bind("nextDueAt", Rows.millis(state.nextDueAt()))
                        .execute());
    }

    private static SourceState state(ResultSet row, StatementContext context) throws SQLException {
        return new SourceState(
                new SourceId(row.getString("source")),
                row.getString("etag"),
                row.getString("last_modified"),
                Rows.instant(row, "full_at"),
                Instant.ofEpochMilli(row.getLong("round_at")),
                Rows.instant(row, "success_at"),
                row.getString("outcome"),
                row.getInt("failures"),
                Instant.ofEpochMilli(row.getLong("next_due_at")));
    }
}
