package org.onrecord.state;

import java.time.Instant;
import java.util.Optional;

/** Who may log in. Safe for use by many threads. */
public final class Accounts {
    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    /** Whether there is nobody. */
    public boolean isEmpty() {
        return database.read(
                "look for accounts",
                handle -> handle.createQuery("select 1 from account limit 1")
                        .mapTo(Integer.class)
                        .findOne()
                        .isEmpty());
    }

    public Optional<Account> find(String name) {
        return database.read(
                "find an account",
                handle -> handle.createQuery("select * from account where name = :name")
                        .bind("name", name)
                        .map((row, context) -> new Account(
                                row.getString("name"),
                                row.getString("password_hash"),
                                Instant.ofEpochMilli(row.getLong("changed_at"))))
                        .findOne());
    }

    /** Adds an account or replaces its password; whoever is logged in under its name is logged out. */
    public void save(Account account) {
        database.write("save the account " + account.name(), handle -> {
            handle.createUpdate("delete from session where account = :name")
                    .bind("name", account.name())
                    .execute();
            return handle.createUpdate("""
                            insert into account (name, password_hash, changed_at) values (:name, :hash, :at)
                            on conflict (name) do update set password_hash = excluded.password_hash,
                                changed_at = excluded.changed_at""")
                    .bind("name", account.name())
                    .bind("hash", account.passwordHash())
                    .bind("at", account.changedAt().toEpochMilli())
                    .execute();
        });
    }

    /** Replaces the hash alone, when the same password was hashed more strongly; nobody is logged out. */
    public void strengthen(String name, String oldHash, String newHash) {
        database.write(
                "strengthen the hash of " + name,
                handle -> handle.createUpdate(
                                "update account set password_hash = :new where name = :name and password_hash = :old")
                        .bind("new", newHash)
                        .bind("name", name)
                        .bind("old", oldHash)
                        .execute());
    }
}
