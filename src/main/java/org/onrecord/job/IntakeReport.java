package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came of an intake.
 *
 * @param rounds one for each source, in the order asked for
 * @param indexing what came of writing the new captures to the index
 */
public record IntakeReport(List<RoundReport> rounds, IndexingReport indexing) {
    public IntakeReport {
        rounds = List.copyOf(rounds);
        requireNonNull(indexing, "indexing");
    }

    /** Whether every source could be read. Single pages that failed are tried again and do not count. */
    public boolean allListed() {
        return rounds.stream().noneMatch(RoundReport::listingFailed);
    }
}
