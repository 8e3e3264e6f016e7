package org.onrecord.fetch;

import java.time.Instant;
import java.util.Map;

/** Remembers until when hosts asked to be left alone, beyond the life of a process. Safe for use by many threads. */
public interface PauseMemory {
    /** Remembers nothing. */
    PauseMemory NONE = new PauseMemory() {
        @Override
        public Map<String, Instant> current(Instant now) {
            return Map.of();
        }

        @Override
        public void add(String host, Instant until) {}
    };

    /** The pauses that are not over, by host. */
    Map<String, Instant> current(Instant now);

    /** Remembers a pause. */
    void add(String host, Instant until);
}
