package org.onrecord.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.IndexingReport;
import org.onrecord.job.IntakeListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the index anew. */
@Command(
        name = "reindex",
        description =
                "Make the index anew from the archive, without fetching. Texts are tagged again only where models,"
                        + " rules or registry have changed.",
        footer = {"", "Example: onrecord reindex"})
final class ReindexCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Application application =
                        Application.openWithEmptyIndex(Commands.rootOf(spec).home(), Clock.systemUTC());
                Progress progress = Progress.of("indexing")) {
            IndexingReport report = application.indexing().catchUp(new IntakeListener() {
                @Override
                public void indexed(long done, long total) {
                    progress.update(done, total);
                }
            });
            progress.close();
            IntakeOutput.print(report, Commands.lineOf(spec).getOut());
            return CommandLine.ExitCode.OK;
        }
    }
}
