package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The subscriptions that readers asked for by themselves. Safe for use by many threads. */
public final class SubscriptionRows {
    private static final RowMapper<SubscriptionRow> ROW = (row, context) -> new SubscriptionRow(
            row.getLong("number"),
            row.getString("address"),
            SubscriptionRow.State.valueOf(row.getString("state")),
            row.getString("choice"),
            Instant.ofEpochMilli(row.getLong("asked_at")),
            Rows.instant(row, "confirmed_at"));

    private final Database database;

    SubscriptionRows(Database database) {
        this.database = database;
    }

    /** Writes down that somebody asked for a subscription; nothing is sent for it before {@link #confirm}. */
    public SubscriptionRow ask(String address, String choice, Instant now) {
        return database.write(
                "write down a subscription",
                handle -> handle.createQuery("""
                        insert into subscription (address, state, choice, asked_at)
                        values (:address, 'ASKED', :choice, :now) returning *""")
                        .bind("address", address)
                        .bind("choice", choice)
                        .bind("now", now.toEpochMilli())
                        .map(ROW)
                        .one());
    }

    public Optional<SubscriptionRow> find(long number) {
        return database.read(
                "find a subscription",
                handle -> handle.createQuery("select * from subscription where number = :number")
                        .bind("number", number)
                        .map(ROW)
                        .findOne());
    }

    /** Those in a state, in the order in which they were asked for. */
    public List<SubscriptionRow> in(SubscriptionRow.State state) {
        return database.read(
                "list subscriptions",
                handle -> handle.createQuery("select * from subscription where state = :state order by number")
                        .bind("state", state.name())
                        .map(ROW)
                        .list());
    }

    /** How many were asked for for an address since a moment, whatever became of them. */
    public int askedSince(String address, Instant moment) {
        return database.read(
                "count subscriptions",
                handle -> handle.createQuery(
                                "select count(*) from subscription where address = :address and asked_at >= :since")
                        .bind("address", address)
                        .bind("since", moment.toEpochMilli())
                        .mapTo(Integer.class)
                        .one());
    }

    /** The reader confirmed it; does nothing when it was confirmed or ended before. */
    public void confirm(long number, Instant now) {
        database.write(
                "confirm a subscription",
                handle -> handle.createUpdate("""
                        update subscription set state = 'ACTIVE', confirmed_at = :now
                        where number = :number and state = 'ASKED'""")
                        .bind("number", number)
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    /** Gives it another choice. */
    public void change(long number, String choice) {
        database.write(
                "change a subscription",
                handle -> handle.createUpdate("update subscription set choice = :choice where number = :number")
                        .bind("number", number)
                        .bind("choice", choice)
                        .execute());
    }

    /** The reader wants it no more. */
    public void end(long number) {
        database.write(
                "end a subscription",
                handle -> handle.createUpdate("update subscription set state = 'ENDED' where number = :number")
                        .bind("number", number)
                        .execute());
    }

    /** Forgets what was asked for before a moment and never confirmed. */
    public void forgetUnconfirmed(Instant before) {
        database.write(
                "forget unconfirmed subscriptions",
                handle -> handle.createUpdate("delete from subscription where state = 'ASKED' and asked_at < :before")
                        .bind("before", before.toEpochMilli())
                        .execute());
    }
}
