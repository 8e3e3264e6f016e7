package org.onrecord.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file: many readers and one writer at a time, every commit forced to disk.
 *
 * <p>Writers of this process queue for a fair lock, because SQLite itself lets them poll; writers of other processes
 * wait for SQLite's own lock.
 */
final class Database implements AutoCloseable {
    private static final Duration LONGEST_WAIT_FOR_ANOTHER_PROCESS = Duration.ofSeconds(20);
    private static final int CONNECTIONS = 8;

    private final Path file;
    private final HikariDataSource connections;
    private final Jdbi jdbi;
    private final ReentrantLock writing = new ReentrantLock(true);

    private Database(Path file, HikariDataSource connections) {
        this.file = file;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    static Database open(Path file) {
        return open(file, UnaryOperator.identity());
    }

    static Database open(Path file, UnaryOperator<DataSource> connections) {
        SQLiteConfig settings = settings();
        settings.setJournalMode(JournalMode.WAL);
        settings.setSynchronous(SynchronousMode.FULL);
        // A transaction takes the write lock when it begins: taking it later fails at once if somebody wrote meanwhile.
        settings.setTransactionMode(TransactionMode.IMMEDIATE);
        return new Database(file, pool(file, settings, false, connections));
    }

    static Database openReadOnly(Path file) {
        SQLiteConfig settings = settings();
        return new Database(file, pool(file, settings, true, UnaryOperator.identity()));
    }

    HikariDataSource connections() {
        return connections;
    }

    /** Runs statements in one transaction; all of them are on disk when this returns, or none. */
    <T> T write(String deed, HandleCallback<T, RuntimeException> work) {
        writing.lock();
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw failed(deed, e);
        } finally {
            writing.unlock();
        }
    }

    <T> T read(String deed, HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw failed(deed, e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    private StateException failed(String deed, JdbiException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new StateException("cannot " + deed + " in " + file + ": " + cause.getMessage(), e);
    }

    private static SQLiteConfig settings() {
        SQLiteConfig settings = new SQLiteConfig();
        settings.enforceForeignKeys(true);
        settings.setBusyTimeout(Math.toIntExact(LONGEST_WAIT_FOR_ANOTHER_PROCESS.toMillis()));
        return settings;
    }

    private static HikariDataSource pool(
            Path file, SQLiteConfig settings, boolean readOnly, UnaryOperator<DataSource> connections) {
        settings.setReadOnly(readOnly);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("state");
        pool.setDataSource(connections.apply(source));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setReadOnly(readOnly);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StateException("cannot open the state store " + file + ": " + cause.getMessage(), e);
        }
    }
}
