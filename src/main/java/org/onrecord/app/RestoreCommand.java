package org.onrecord.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.IndexingReport;
import org.onrecord.job.IntakeListener;
import org.onrecord.state.HomeLock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup back. */
@Command(
        name = "restore",
        description =
                "Bring a backup into a home that has no data yet: every file is compared with its hash, the index is made"
                        + " anew, and archive, state and index are compared with each other.",
        footer = {"", "Example: onrecord --home /srv/onrecord restore /backup/onrecord-monday"})
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder that `backup` made.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (folder == null) {
            throw new IllegalStateException("picocli asks for DIR");
        }
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        bring(folder, home);
        IntakeOutput.print(reindex(home), out);
        try (Progress progress = Progress.of("comparing")) {
            Checkup checkup = Checkup.of(home, progress);
            progress.close();
            checkup.lines().forEach(out::println);
            checkup.troubles().forEach(trouble -> out.println("! " + trouble));
            out.println(checkup.troubles().isEmpty() ? "restored, all is well" : "restored, but see the lines with !");
            out.flush();
            return checkup.troubles().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    @SuppressWarnings("try") // the lock only has to be held
    private static void bring(Path backup, Home home) {
        try (HomeLock lock = HomeLock.acquire(home.index())) {
            new Backup(backup.toAbsolutePath().normalize()).restoreTo(home);
        }
    }

    private static IndexingReport reindex(Home home) {
        try (Application application = Application.openWithEmptyIndex(home, Clock.systemUTC());
                Progress progress = Progress.of("indexing")) {
            return application.indexing().catchUp(new IntakeListener() {
                @Override
                public void indexed(long done, long total) {
                    progress.update(done, total);
                }
            });
        }
    }
}
