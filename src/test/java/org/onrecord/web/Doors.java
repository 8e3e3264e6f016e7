package org.onrecord.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.onrecord.access.Access;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.state.StateStore;
import org.onrecord.webhook.Webhooks;

/** What decides about access in tests, each over a new and empty state store. */
final class Doors {
    /** A password of nobody. */
    static final String PASSWORD = "four random words here";

    private static final StateStore OPEN = store();

    private Doors() {}

    /** Nobody has to log in; shared by all tests, so none may change it. */
    static Access open() {
        return new Access(OPEN, Clock.systemUTC());
    }

    /** The administrator has the {@link #PASSWORD}. */
    static Access locked(Clock clock) {
        Access access = new Access(store(), clock);
        access.logIns().setPassword("admin", PASSWORD);
        return access;
    }

    /** Nobody has a webhook; shared by all tests, so none may count them. */
    static Webhooks webhooks() {
        return new Webhooks(OPEN, FetchSettings.DEFAULT, Clock.systemUTC());
    }

    static StateStore store() {
        try {
            Path folder = Files.createTempDirectory("onrecord-doors");
            Path file = folder.resolve("state.db");
            StateStore store = StateStore.open(file);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                store.close();
                delete(file);
                delete(folder.resolve("state.db-wal"));
                delete(folder.resolve("state.db-shm"));
                delete(folder);
            }));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
