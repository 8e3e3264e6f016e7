package org.onrecord.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The tokens of programs. Revoked ones stay listed, so that one can see what they were. Safe for use by many threads. */
public final class AccessTokens {
    private static final RowMapper<AccessToken> ROW = AccessTokens::token;

    private final Database database;

    AccessTokens(Database database) {
        this.database = database;
    }

    /** Stores a token; the one that comes back has its number. */
    public AccessToken add(AccessToken token) {
        return database.write(
                "remember a token",
                handle -> handle.createQuery("""
                        insert into token (name, hash, scopes, created_at, expires_at)
                        values (:name, :hash, :scopes, :created, :expires) returning *""")
                        .bind("name", token.name())
                        .bind("hash", token.hash())
                        .bind("scopes", String.join(" ", token.scopes()))
                        .bind("created", token.createdAt().toEpochMilli())
                        .bind("expires", Rows.millis(token.expiresAt()))
                        .map(ROW)
                        .one());
    }

    public Optional<AccessToken> find(String hash) {
        return database.read(
                "look up a token",
                handle -> handle.createQuery("select * from token where hash = :hash")
                        .bind("hash", hash)
                        .map(ROW)
                        .findOne());
    }

    /** All tokens, the newest last. */
    public List<AccessToken> all() {
        return database.read(
                "list tokens",
                handle -> handle.createQuery("select * from token order by number")
                        .map(ROW)
                        .list());
    }

    public void used(long number, Instant at) {
        database.write(
                "note the use of a token",
                handle -> handle.createUpdate("update token set used_at = :at where number = :number")
                        .bind("at", at.toEpochMilli())
                        .bind("number", number)
                        .execute());
    }

    /**
     * Takes a token back, for good.
     *
     * @return whether there was one with this number that was not taken back before
     */
    public boolean revoke(long number, Instant at) {
        return database.write(
                        "revoke a token",
                        handle -> handle.createUpdate(
                                        "update token set revoked_at = :at where number = :number and revoked_at is null")
                                .bind("at", at.toEpochMilli())
                                .bind("number", number)
                                .execute())
                == 1;
    }

    private static AccessToken token(ResultSet row, StatementContext context) throws SQLException {
        return new AccessToken(
                row.getLong("number"),
                row.getString("name"),
                row.getString("hash"),
                Set.of(row.getString("scopes").split(" ")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Rows.instant(row, "expires_at"),
                Rows.instant(row, "used_at"),
                Rows.instant(row, "revoked_at"));
    }
}
