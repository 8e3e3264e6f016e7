package org.onrecord.job;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.state.SourceState;

/** Counts what happens in a round. Safe for use by many threads. */
final class RoundTally {
    private final List<RoundReport.Trouble> refused = new ArrayList<>();
    private final List<RoundReport.Trouble> failed = new ArrayList<>();
    private int discovered;
    private int captured;
    private int unchanged;

    /** Links, or pages of files, that were not known before. */
    synchronized void discovered(int count) {
        discovered += count;
    }

    synchronized void captured() {
        captured++;
    }

    synchronized int capturedSoFar() {
        return captured;
    }

    synchronized void unchanged() {
        unchanged++;
    }

    synchronized void refused(URI uri, String reason) {
        refused.add(new RoundReport.Trouble(uri, reason));
    }

    synchronized void failed(URI uri, String reason) {
        failed.add(new RoundReport.Trouble(uri, reason));
    }

    /** @param after the state of the source at the end of the round */
    synchronized RoundReport report(SourceState after, Duration took) {
        return new RoundReport(
                after.source(),
                after.outcome(),
                after.failures() > 0,
                discovered,
                captured,
                unchanged,
                refused,
                failed,
                took);
    }
}
