package org.onrecord.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * What the program must remember and cannot derive, in one SQLite file. Safe for use by many threads.
 *
 * <p>The promise: when a method that writes returns, what it wrote is on disk and survives a crash and a loss of power
 * (write-ahead log, {@code synchronous=FULL}); when it throws, nothing of it was written. So nothing acknowledged is
 * lost, and a step that was cut off can be done again.
 *
 * <p>To add a kind of row: an SQL file (see {@code Schema}), one class that holds its SQL, and a method here.
 */
public final class StateStore implements AutoCloseable {
    private final Database database;

    private StateStore(Database database) {
        this.database = database;
    }

    /**
     * Opens the store, makes it if there is none, and brings its tables up to date.
     *
     * @throws StateException if it cannot be read or written, or was written by a newer program
     */
    public static StateStore open(Path file) {
        return open(file, UnaryOperator.identity());
    }

    /** As {@link #open(Path)}, with connections as a test wants them. */
    static StateStore open(Path file, UnaryOperator<DataSource> connections) {
        try {
            Folders.makeFor(file);
        } catch (IOException e) {
            throw new StateException("cannot make the folder of " + file + ": " + e, e);
        }
        Database database = Database.open(file, connections);
        return checked(database, () -> Schema.update(file, database.connections()));
    }

    /**
     * Opens the store for writing beside a running server, whose tables it leaves as they are.
     *
     * @throws StateException if there is none, or it has not the tables that this program knows
     */
    public static StateStore openBesideServer(Path file) {
        Database database = Database.open(file);
        return checked(database, () -> Schema.check(file, database.connections()));
    }

    /**
     * Opens the store for reading, beside a running server if there is one. Methods that write throw.
     *
     * @throws StateException if there is none, or it has not the tables that this program knows
     */
    public static StateStore openReadOnly(Path file) {
        if (!Files.exists(file)) {
            throw new StateException("there is no state store at " + file
                    + ": nothing was fetched into this home yet; run `onrecord fetch` first");
        }
        Database database = Database.openReadOnly(file);
        return checked(database, () -> Schema.check(file, database.connections()));
    }

    public Captures captures() {
        return new Captures(database);
    }

    public Links links() {
        return new Links(database);
    }

    public LinkStatistics linkStatistics() {
        return new LinkStatistics(database);
    }

    public SourceStates sourceStates() {
        return new SourceStates(database);
    }

    public Taggings taggings() {
        return new Taggings(database);
    }

    public PassedOver passedOver() {
        return new PassedOver(database);
    }

    public CorrectionRows corrections() {
        return new CorrectionRows(database);
    }

    public Versions versions() {
        return new Versions(database);
    }

    public SubscriptionRows subscriptions() {
        return new SubscriptionRows(database);
    }

    public Matches matches() {
        return new Matches(database);
    }

    public HostPauses hostPauses() {
        return new HostPauses(database);
    }

    public Deliveries deliveries() {
        return new Deliveries(database);
    }

    public MailHistory mailHistory() {
        return new MailHistory(database);
    }

    public Suppressions suppressions() {
        return new Suppressions(database);
    }

    public SavedSearchRows savedSearches() {
        return new SavedSearchRows(database);
    }

    public Accounts accounts() {
        return new Accounts(database);
    }

    public Sessions sessions() {
        return new Sessions(database);
    }

    public AccessTokens accessTokens() {
        return new AccessTokens(database);
    }

    public WebhookRows webhooks() {
        return new WebhookRows(database);
    }

    public Queues queues() {
        return new Queues(database);
    }

    public HomeKeys homeKeys() {
        return new HomeKeys(database);
    }

    /**
     * Writes a copy as it is at this moment, also beside a process that writes.
     *
     * @param copy a file that is not there yet
     */
    public void copyTo(Path copy) {
        database.read(
                "copy the state store to " + copy,
                handle -> handle.createUpdate("vacuum into :copy")
                        .bind("copy", copy.toAbsolutePath().toString())
                        .execute());
    }

    /** What SQLite finds wrong with the file, in its words; empty when nothing is. */
    public List<String> damages() {
        return database.read(
                "check the state store",
                handle -> handle.createQuery("pragma integrity_check")
                        .mapTo(String.class)
                        .filter(words -> !words.equals("ok"))
                        .list());
    }

    @Override
    public void close() {
        database.close();
    }

    private static StateStore checked(Database database, Runnable check) {
        try {
            check.run();
            return new StateStore(database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
