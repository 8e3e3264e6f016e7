package org.onrecord.state;

import java.time.Instant;

/** How much waits in the queues of a home, and how long. Safe for use by many threads. */
public final class Queues {
    private final Database database;

    Queues(Database database) {
        this.database = database;
    }

    /** Links that could be fetched now. */
    public Waiting links(Instant now) {
        return database.read(
                "count waiting links",
                handle -> handle.createQuery("""
                        select count(*) as number, min(next_attempt_at) as oldest from link
                        where state = 'PENDING' and next_attempt_at <= :now""")
                        .bind("now", now.toEpochMilli())
                        .map((row, context) -> new Waiting(row.getLong("number"), Rows.instant(row, "oldest")))
                        .one());
    }

    /** Mails that no server has taken yet. */
    public Waiting mails() {
        return pending("delivery");
    }

    /** Messages that no webhook has taken yet. */
    public Waiting webhookMessages() {
        return pending("webhook_message");
    }

    private Waiting pending(String table) {
        return database.read(
                "count what waits",
                handle -> handle.createQuery(
                                "select count(*) as number, min(created_at) as oldest from <table> where state = 'PENDING'")
                        .define("table", table)
                        .map((row, context) -> new Waiting(row.getLong("number"), Rows.instant(row, "oldest")))
                        .one());
    }
}
