package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.onrecord.article.SourceId;
import org.onrecord.job.IndexingReport;
import org.onrecord.job.IntakeListener;
import org.onrecord.job.IntakeReport;
import org.onrecord.job.RoundReport;

/** Shows an intake: progress while it runs, the report afterwards. */
final class IntakeOutput {
    private static final int TROUBLES_SHOWN = 20;

    private IntakeOutput() {}

    /** Feeds a progress bar. */
    static IntakeListener listener(Progress progress) {
        return new IntakeListener() {
            private final AtomicLong due = new AtomicLong();
            private final AtomicLong done = new AtomicLong();

            @Override
            public void due(SourceId source, int links) {
                progress.update(done.get(), due.addAndGet(links));
            }

            @Override
            public void done(SourceId source) {
                progress.update(done.incrementAndGet(), due.get());
            }
        };
    }

    static void print(IntakeReport report, PrintWriter out) {
        report.rounds().forEach(round -> print(round, out));
        print(report.indexing(), out);
    }

    static void print(IndexingReport report, PrintWriter out) {
        out.println("index: " + SearchCommand.count(report.indexed(), "article") + " written, "
                + report.withoutText().size() + " without text, "
                + report.failed().size() + " failed");
        report.withoutText().stream().limit(TROUBLES_SHOWN).forEach(uri -> out.println("    without text  " + uri));
        report.failed().stream()
                .limit(TROUBLES_SHOWN)
                .forEach(failure -> out.println("    failed  " + failure.uri() + ": " + failure.reason()));
        out.flush();
    }

    private static void print(RoundReport round, PrintWriter out) {
        out.printf(
                "%s: %s; %d captured, %d unchanged, %d refused, %d failed (%.1f s)%n",
                round.source(),
                round.listing(),
                round.captured(),
                round.unchanged(),
                round.refused().size(),
                round.failed().size(),
                round.took().toMillis() / 1000.0);
        print("refused", round.refused(), out);
        print("failed ", round.failed(), out);
    }

    private static void print(String what, List<RoundReport.Trouble> troubles, PrintWriter out) {
        troubles.stream()
                .limit(TROUBLES_SHOWN)
                .forEach(trouble -> out.println("    " + what + "  " + trouble.uri() + ": " + trouble.reason()));
        if (troubles.size() > TROUBLES_SHOWN) {
            out.println("    … and " + (troubles.size() - TROUBLES_SHOWN) + " more");
        }
    }
}
