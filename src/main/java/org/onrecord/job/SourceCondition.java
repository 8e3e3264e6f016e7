package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.source.Source;
import org.onrecord.state.LinkCounts;

/**
 * How a source is doing.
 *
 * @param verdict in a word
 * @param roundAt when it was asked last; null if never
 * @param successAt when it answered well last; null if never
 * @param nextDueAt when it is asked next while the server runs; null if that is open
 * @param outcome what came of the last round; empty if there was none
 * @param perWeek pages a week that came in the last four weeks
 * @param newestAt when its newest page of the last 26 weeks came; null if none
 * @param articles pages that it brought: those that its links led to, or, of files, all
 * @param links how many of its links are in which state
 * @param findings what deserves a look, in sentences
 */
public record SourceCondition(
        Source source,
        Verdict verdict,
        @Nullable Instant roundAt,
        @Nullable Instant successAt,
        @Nullable Instant nextDueAt,
        String outcome,
        double perWeek,
        @Nullable Instant newestAt,
        long articles,
        LinkCounts links,
        List<String> findings) {
    public SourceCondition {
        requireNonNull(source, "source");
        requireNonNull(verdict, "verdict");
        requireNonNull(outcome, "outcome");
        requireNonNull(links, "links");
        findings = List.copyOf(findings);
    }

    /** How a source is doing, in a word. */
    public enum Verdict {
        /** It answers and brings articles. */
        GOOD,
        /** It answers, and something deserves a look. */
        LOOK,
        /** It did not answer well in its last round. */
        FAILING,
        /** It was never asked. */
        NEW,
        /** It is switched off. */
        DISABLED
    }
}
