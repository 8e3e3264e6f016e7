package org.onrecord.state;

import java.util.function.Supplier;

/** Random keys that belong to a home and outlive restarts. Safe for use by many threads. */
public final class HomeKeys {
    private final Database database;

    HomeKeys(Database database) {
        this.database = database;
    }

    /** The key for a purpose; what the maker gives when there is none yet. */
    public byte[] get(String purpose, Supplier<byte[]> maker) {
        byte[] known = database.read(
                "find the key of " + purpose,
                handle -> handle.createQuery("select value from home_key where purpose = :purpose")
                        .bind("purpose", purpose)
                        .mapTo(byte[].class)
                        .findOne()
                        .orElse(new byte[0]));
        if (known.length > 0) {
            return known;
        }
        return database.write("make the key of " + purpose, handle -> {
            handle.createUpdate(
                            "insert into home_key (purpose, value) values (:purpose, :value) on conflict do nothing")
                    .bind("purpose", purpose)
                    .bind("value", maker.get())
                    .execute();
            return handle.createQuery("select value from home_key where purpose = :purpose")
                    .bind("purpose", purpose)
                    .mapTo(byte[].class)
                    .one();
        });
    }
}
