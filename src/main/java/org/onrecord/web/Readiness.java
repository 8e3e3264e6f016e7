package org.onrecord.web;

import java.util.List;

/**
 * How well the program can do its work.
 *
 * @param troubles what keeps it from its own work, in sentences for people
 * @param warnings what deserves a look and concerns one address, source or receiver: the rest goes on as ever
 */
public record Readiness(List<String> troubles, List<String> warnings) {
    public Readiness {
        troubles = List.copyOf(troubles);
        warnings = List.copyOf(warnings);
    }

    boolean isReady() {
        return troubles.isEmpty();
    }

    /** {@code ok}, {@code degraded} when there are warnings alone, or {@code trouble}. */
    String status() {
        if (!isReady()) {
            return "trouble";
        }
        return warnings.isEmpty() ? "ok" : "degraded";
    }
}
