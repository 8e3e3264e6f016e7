package org.onrecord.app;

import java.nio.file.Files;
import java.util.Optional;
import org.onrecord.config.ShippedConfig;
import org.onrecord.state.HomeLock;
import org.onrecord.state.StateException;
import org.onrecord.state.StateStore;

/** The state store of a home for a command that writes a row or two: alone, or beside a running server. */
final class StateBeside implements AutoCloseable {
    private final Optional<HomeLock> lock;
    private final StateStore state;

    private StateBeside(Optional<HomeLock> lock, StateStore state) {
        this.lock = lock;
        this.state = state;
    }

    static StateBeside open(Home home) {
        if (!Files.exists(home.config())) {
            ShippedConfig.copyMissingTo(home.config());
        }
        Optional<HomeLock> lock = lock(home);
        try {
            return new StateBeside(
                    lock, lock.isPresent() ? StateStore.open(home.state()) : StateStore.openBesideServer(home.state()));
        } catch (RuntimeException e) {
            lock.ifPresent(HomeLock::close);
            throw e;
        }
    }

    /** Whether no server runs on this home. */
    boolean isAlone() {
        return lock.isPresent();
    }

    StateStore state() {
        return state;
    }

    @Override
    public void close() {
        state.close();
        lock.ifPresent(HomeLock::close);
    }

    /** The home's lock, if nobody else has it; whoever has the lock may change the tables. */
    private static Optional<HomeLock> lock(Home home) {
        try {
            return Optional.of(HomeLock.acquire(home.index()));
        } catch (StateException held) {
            return Optional.empty();
        }
    }
}
