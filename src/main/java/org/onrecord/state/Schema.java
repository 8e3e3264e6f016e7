package org.onrecord.state;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables, brought up to date by the numbered SQL files beside this package.
 *
 * <p>To add one: write {@code V<n>__what_it_adds.sql} and raise {@link #VERSION}. A released file is never changed.
 */
final class Schema {
    /** The number of the newest SQL file. Known here so that an up-to-date store opens without starting Flyway. */
    static final int VERSION = 12;

    static final String FOLDER = "org/onrecord/state";

    private Schema() {}

    /** Runs the SQL files that this store has not seen; each takes effect wholly or not at all. */
    static void update(Path file, DataSource connections) {
        if (version(file, connections) < VERSION) {
            try {
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(connections)
                        .locations("classpath:" + FOLDER)
                        .failOnMissingLocations(true)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw new StateException(
                        "cannot bring " + file + " up to version " + VERSION + " (it is as it was before): "
                                + e.getMessage(),
                        e);
            }
        }
        check(file, connections);
    }

    /** Throws unless the store has exactly the tables that this program knows. */
    static void check(Path file, DataSource connections) {
        int found = version(file, connections);
        if (found > VERSION) {
            throw new StateException(file + " was written by a newer OnRecord (version " + found
                    + " of the tables; this program knows " + VERSION + "): use that one, or restore an older backup");
        }
        if (found < VERSION) {
            throw new StateException(file + " is of an older OnRecord (version " + found
                    + " of the tables; this program needs " + VERSION + "): run a command that writes first, such as"
                    + " `onrecord fetch`");
        }
    }

    private static int version(Path file, DataSource connections) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery(
                    "select 1 from sqlite_master where type = 'table' and name = 'flyway_schema_history'")) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new StateException("cannot read the state store " + file + ": " + e.getMessage(), e);
        }
    }
}
