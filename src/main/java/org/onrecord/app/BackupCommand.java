package org.onrecord.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies what cannot be made again. */
@Command(
        name = "backup",
        description =
                "Copy configuration, archive, state and outbox into a new folder, also while a server runs, and read the copy"
                        + " back. The index is left out: `restore` makes it anew.",
        footer = {"", "Example: onrecord backup /backup/onrecord-monday"})
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or is empty.")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (folder == null) {
            throw new IllegalStateException("picocli asks for DIR");
        }
        PrintWriter out = Commands.lineOf(spec).getOut();
        long captures = Backup.make(Commands.rootOf(spec).home(), folder);
        new Backup(folder.toAbsolutePath().normalize()).verify();
        out.println(SearchCommand.count(captures, "capture") + " in " + folder + ", every file read back and compared");
        out.println("bring it back with: onrecord --home NEW restore " + folder);
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
