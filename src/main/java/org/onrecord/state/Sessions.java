package org.onrecord.state;

import java.time.Instant;
import java.util.Optional;

/** Which browsers are logged in. Safe for use by many threads. */
public final class Sessions {
    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    public void add(Session session) {
        database.write(
                "remember a log-in",
                handle -> handle.createUpdate("""
                        insert into session (hash, account, created_at, used_at) values (:hash, :account, :created, :used)""")
                        .bind("hash", session.hash())
                        .bind("account", session.account())
                        .bind("created", session.createdAt().toEpochMilli())
                        .bind("used", session.usedAt().toEpochMilli())
                        .execute());
    }

    public Optional<Session> find(String hash) {
        return database.read(
                "look up a session",
                handle -> handle.createQuery("select * from session where hash = :hash")
                        .bind("hash", hash)
                        .map((row, context) -> new Session(
                                row.getString("hash"),
                                row.getString("account"),
                                Instant.ofEpochMilli(row.getLong("created_at")),
                                Instant.ofEpochMilli(row.getLong("used_at"))))
                        .findOne());
    }

    public void used(String hash, Instant at) {
        database.write(
                "note the use of a session",
                handle -> handle.createUpdate("update session set used_at = :at where hash = :hash")
                        .bind("at", at.toEpochMilli())
                        .bind("hash", hash)
                        .execute());
    }

    public void remove(String hash) {
        database.write(
                "end a session",
                handle -> handle.createUpdate("delete from session where hash = :hash")
                        .bind("hash", hash)
                        .execute());
    }

    /** Forgets sessions that began before one moment, or were last used before another. */
    public void removeOld(Instant createdBefore, Instant usedBefore) {
        database.write(
                "forget old sessions",
                handle -> handle.createUpdate("delete from session where created_at < :created or used_at < :used")
                        .bind("created", createdBefore.toEpochMilli())
                        .bind("used", usedBefore.toEpochMilli())
                        .execute());
    }
}
