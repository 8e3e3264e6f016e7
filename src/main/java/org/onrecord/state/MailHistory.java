package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.MailRecord.Status;

/** What became of the mails of the outbox, for whoever runs the program. Safe for use by many threads. */
public final class MailHistory {
    /** The names of {@link Status} for a row. */
    private static final String STATUS = """
            case when state = 'SENT' then 'SENT' when unknown_at is not null then 'UNKNOWN'
                when state = 'PENDING' then 'WAITING' else 'NOT_SENT' end""";

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
     * @param digest of this digest alone; null for all
     * @param subscriber to this address alone; null for all
     * @param status with this status alone; null for all
     */
    public List<MailRecord> newest(
            @Nullable String digest, @Nullable String subscriber, @Nullable Status status, int limit) {
        return database.read(
                "list mails",
                handle -> handle.createQuery("""
                        select *, <status> as status from delivery
                        where (:digest is null or digest = :digest) and (:subscriber is null or subscriber = :subscriber)
                            and (:wanted is null or :wanted = <status>)
                        order by window_at desc, digest, subscriber limit :limit""")
                        .define("status", STATUS)
                        .bind("digest", digest)
                        .bind("subscriber", subscriber)
                        .bind("wanted", status == null ? null : status.name())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
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
