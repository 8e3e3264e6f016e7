package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The searches that people saved, as they are stored; nothing here looks at their queries. Safe for use by many threads. */
public final class SavedSearchRows {
    private static final RowMapper<SavedSearch> ROW = (row, context) -> new SavedSearch(
            row.getLong("number"),
            row.getString("name"),
            row.getString("query"),
            Instant.ofEpochMilli(row.getLong("created_at")));

    private final Database database;

    SavedSearchRows(Database database) {
        this.database = database;
    }

    /** All of them in the order of their names. */
    public List<SavedSearch> all() {
        return database.read(
                "list the saved searches",
                handle -> handle.createQuery("select * from saved_search order by name_key")
                        .map(ROW)
                        .list());
    }

    /** The one with a name, in whatever letter case. */
    public Optional<SavedSearch> find(String name) {
        return database.read(
                "find a saved search",
                handle -> handle.createQuery("select * from saved_search where name_key = :key")
                        .bind("key", SavedSearch.key(name))
                        .map(ROW)
                        .findOne());
    }

    public Optional<SavedSearch> find(long number) {
        return database.read(
                "find a saved search",
                handle -> handle.createQuery("select * from saved_search where number = :number")
                        .bind("number", number)
                        .map(ROW)
                        .findOne());
    }

    /** Gives a query a name, or the name another query; its number and date stay. */
    public SavedSearch put(String name, String query, Instant now) {
        return database.write(
                "save a search",
                handle -> handle.createQuery("""
                        insert into saved_search (name_key, name, query, created_at) values (:key, :name, :query, :now)
                        on conflict (name_key) do update set name = excluded.name, query = excluded.query
                        returning *""")
                        .bind("key", SavedSearch.key(name))
                        .bind("name", name)
                        .bind("query", query)
                        .bind("now", now.toEpochMilli())
                        .map(ROW)
                        .one());
    }

    /**
     * Gives a saved search another name, and other ones the queries that use it.
     *
     * @param queries new queries by the number of their search
     */
    public void rename(long number, String name, Map<Long, String> queries) {
        database.write("rename a saved search", handle -> {
            queries.forEach((other, query) -> handle.createUpdate(
                            "update saved_search set query = :query where number = :number")
                    .bind("number", other)
                    .bind("query", query)
                    .execute());
            return handle.createUpdate("update saved_search set name_key = :key, name = :name where number = :number")
                    .bind("number", number)
                    .bind("key", SavedSearch.key(name))
                    .bind("name", name)
                    .execute();
        });
    }

    /** Forgets a saved search; does nothing when there is none with this number. */
    public void delete(long number) {
        database.write(
                "delete a saved search",
                handle -> handle.createUpdate("delete from saved_search where number = :number")
                        .bind("number", number)
                        .execute());
    }
}
