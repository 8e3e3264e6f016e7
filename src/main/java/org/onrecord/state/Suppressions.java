package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The addresses that get no mail, though they are subscribers: in the configuration or elsewhere. Whoever puts mails together
 * asks here first. Safe for use by many threads.
 */
public final class Suppressions {
    private static final RowMapper<Suppression> ROW = (row, context) -> new Suppression(
            row.getString("address"),
            row.getString("digest"),
            Suppression.Kind.valueOf(row.getString("kind")),
            row.getString("reason"),
            Instant.ofEpochMilli(row.getLong("since")));

    private final Database database;

    Suppressions(Database database) {
        this.database = database;
    }

    /** Adds one; where there is one for the same address and digest, that stays as it is. */
    public void add(Suppression suppression) {
        database.write(
                "suppress the mails to an address",
                handle -> handle.createUpdate("""
                        insert into suppression (address, digest, kind, reason, since)
                        values (:address, :digest, :kind, :reason, :since) on conflict do nothing""")
                        .bind("address", suppression.address())
                        .bind("digest", suppression.digest())
                        .bind("kind", suppression.kind().name())
                        .bind("reason", suppression.reason())
                        .bind("since", suppression.since().toEpochMilli())
                        .execute());
    }

    /** Why an address does not get a digest; empty when it does. */
    public Optional<Suppression> of(String address, String digest) {
        return database.read(
                "look up whether an address gets mails",
                handle -> handle.createQuery("""
                        select * from suppression where address = :address and digest in (:digest, '')
                        order by digest limit 1""")
                        .bind("address", address)
                        .bind("digest", digest)
                        .map(ROW)
                        .findOne());
    }

    /** All of them, by address. */
    public List<Suppression> all() {
        return database.read(
                "list the addresses that get no mails",
                handle -> handle.createQuery("select * from suppression order by address, digest")
                        .map(ROW)
                        .list());
    }

    /**
     * Takes one back.
     *
     * @param digest the digest that it is for; {@link Suppression#ALL} for one that is for all
     * @return whether there was one
     */
    public boolean lift(String address, String digest) {
        return database.write(
                "let mails to an address through again",
                handle -> handle.createUpdate("delete from suppression where address = :address and digest = :digest")
                                .bind("address", address)
                                .bind("digest", digest)
                                .execute()
                        == 1);
    }
}
