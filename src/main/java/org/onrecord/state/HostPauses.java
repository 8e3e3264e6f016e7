package org.onrecord.state;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Until when hosts asked to be left alone, so that a restart does not forget it. Safe for use by many threads. */
public final class HostPauses {
    private final Database database;

    HostPauses(Database database) {
        this.database = database;
    }

    /** Remembers a pause; a longer one that is known stays. */
    public void add(String host, Instant until) {
        database.write(
                "remember the pause of " + host,
                handle -> handle.createUpdate("""
                        insert into host_pause (host, until) values (:host, :until)
                        on conflict (host) do update set until = max(until, excluded.until)""")
                        .bind("host", host)
                        .bind("until", until.toEpochMilli())
                        .execute());
    }

    /** The pauses that are not over, by host; the others are forgotten. */
    public Map<String, Instant> current(Instant now) {
        return database.write("list the pauses of hosts", handle -> {
            handle.createUpdate("delete from host_pause where until <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            return handle
                    .createQuery("select * from host_pause")
                    .map((row, context) -> Map.entry(row.getString("host"), Instant.ofEpochMilli(row.getLong("until"))))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        });
    }
}
