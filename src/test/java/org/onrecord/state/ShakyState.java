package org.onrecord.state;

import java.nio.file.Path;
import org.onrecord.faults.ShakyConnections;

/** Opens the state store over connections that fail. */
public final class ShakyState {
    private ShakyState() {}

    public static StateStore open(Path file, ShakyConnections connections) {
        return StateStore.open(file, connections);
    }
}
