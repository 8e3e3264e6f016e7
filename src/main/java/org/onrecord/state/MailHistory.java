package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.onrecord.state.MailRecord.Status;

/** What became of the mails of the outbox, for whoever runs the program. Safe for use by many threads. */
public final class MailHistory {
    /** The names of {@link Status} for a row. */
    private static final String STATUS = """
            case when state = 'SENT' then 'SENT' when unknown_at is not null then 'UNKNOWN'
                when state = 'PENDING' then 'WAITING' else 'NOT_SENT' end""";

    private static final String FILTERED = """
            where (:digest is null or digest = :digest) and (:subscriber is null or subscriber = :subscriber)
                and (:wanted is null or :wanted = <status>)""";

    private static final RowMapper<MailRecord> ROW = (row, context) -> new MailRecord(
            row.getString("message_id"),
            row.getString("digest"),
            row.getString("subscriber"),
            Instant.ofEpochMilli(row.getLong("window_at")),
            Status.valueOf(row.getString("status")),
            row.getInt("attempts"),
            Rows.instant(row, "next_attempt_at"),
            row.getString("last_reply"),
            Rows.instant(row, "answered_at"),
            Rows.instant(row, "unknown_at"));

    private final Database database;

    MailHistory(Database database) {
        this.database = database;
    }

    /**
     * The mails of the newest windows first.
     *
     * @param offset how many of them to leave out
     */
    public List<MailRecord> newest(MailFilter filter, int offset, int limit) {
        return database.read(
                "list mails",
                handle -> filtered(handle, "select *, <status> as status from delivery " + FILTERED + """
                         order by window_at desc, digest, subscriber limit :limit offset :offset""", filter)
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map(ROW)
                        .list());
    }

    /** How many mails pass a filter. */
    public long count(MailFilter filter) {
        return database.read(
                "count mails",
                handle -> filtered(handle, "select count(*) from delivery " + FILTERED, filter)
                        .mapTo(Long.class)
                        .one());
    }

    private static Query filtered(Handle handle, String sql, MailFilter filter) {
        return handle.createQuery(sql)
                .define("status", STATUS)
                .bind("digest", filter.digest())
                .bind("subscriber", filter.subscriber())
                .bind("wanted", filter.status() == null ? null : filter.status().name());
    }

    /** How many mails there are with a status, of windows from a moment on. */
    public long count(Status status, Instant since) {
        return database.read(
                "count mails",
                handle -> handle.createQuery(
                                "select count(*) from delivery where <status> = :wanted and window_at >= :since")
                        .define("status", STATUS)
                        .bind("wanted", status.name())
                        .bind("since", since.toEpochMilli())
                        .mapTo(Long.class)
                        .one());
    }
}
