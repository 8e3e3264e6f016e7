package org.onrecord.state;

import java.time.Instant;
import java.util.List;

/**
 * Captures whose article could not be put into the index: a damaged record, a text that breaks a reader, memory that ran
 * out. They are remembered and tried again, so that none is lost in silence. Safe for use by many threads.
 */
public final class PassedOver {
    private final Database database;

    PassedOver(Database database) {
        this.database = database;
    }

    /**
     * One of them.
     *
     * @param capture its number
     * @param reason what went wrong the last time, for people
     * @param attempts how often it was tried
     * @param nextAttemptAt when it is tried again
     */
    public record Entry(long capture, String reason, int attempts, Instant nextAttemptAt) {}

    /** It could not be indexed. It is tried again after a pause that doubles from 5 minutes to 24 hours, for ever. */
    public void add(long capture, String reason, Instant now) {
        database.write("remember that capture " + capture + " was passed over", handle -> {
            int failures = 1
                    + handle.createQuery("select attempts from passed_over where capture = :capture")
                            .bind("capture", capture)
                            .mapTo(Integer.class)
                            .findOne()
                            .orElse(0);
            return handle.createUpdate("""
                            insert or replace into passed_over (capture, reason, attempts, next_attempt_at)
                            values (:capture, :reason, :attempts, :next)""")
                    .bind("capture", capture)
                    .bind("reason", reason)
                    .bind("attempts", failures)
                    .bind("next", now.plus(RetryPolicy.OWN_WORK.pause(failures)).toEpochMilli())
                    .execute();
        });
    }

    /** They are in the index now, or a newer capture has taken their place. */
    public void remove(List<Long> captures) {
        if (!captures.isEmpty()) {
            database.write(
                    "forget captures that were passed over",
                    handle -> handle.createUpdate("delete from passed_over where capture in (<captures>)")
                            .bindList("captures", captures)
                            .execute());
        }
    }

    /** Those whose time has come, in the order of their captures. */
    public List<Entry> due(Instant now, int limit) {
        return database.read(
                "list captures that were passed over",
                handle -> handle.createQuery("""
                        select * from passed_over where next_attempt_at <= :now order by capture limit :limit""")
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map((row, context) -> new Entry(
                                row.getLong("capture"),
                                row.getString("reason"),
                                row.getInt("attempts"),
                                Instant.ofEpochMilli(row.getLong("next_attempt_at"))))
                        .list());
    }

    /** All of them, in the order of their captures. */
    public List<Entry> all() {
        return due(Instant.ofEpochMilli(Long.MAX_VALUE), Integer.MAX_VALUE);
    }
}
