package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Problems;
import org.onrecord.state.DiskCheck;
import org.onrecord.state.StateException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks the house over. */
@Command(
        name = "doctor",
        description =
                "Look the house over: configuration, disk, and archive, state and index against each other. Changes"
                        + " nothing, works beside a running server, and says what to do.",
        footer = {"", "Example: onrecord doctor"})
final class DoctorCommand implements Callable<Integer> {
    private static final long LITTLE_SPACE = 1_000_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    private boolean well = true;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        out.println("java      " + Runtime.version() + " in " + System.getProperty("java.home"));
        out.println("home      " + home.folder());
        checkConfig(home, out);
        if (Checkup.isPossible(home)) {
            checkData(home, out);
        } else {
            out.println("state     nothing was fetched yet");
        }
        checkDisk(home, out);
        out.println(well ? "all is well" : "not all is well; see the lines with !");
        out.flush();
        return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void checkConfig(Home home, PrintWriter out) {
        if (!Files.exists(home.config())) {
            out.println("config    none yet; the first command that writes brings the shipped one");
            return;
        }
        Problems problems = new Problems();
        Settings.read(home, System.getenv(Settings.PASSWORD), problems);
        if (problems.isEmpty()) {
            out.println("config    no problems");
        } else {
            bad("config    " + problems.list().size() + " problems; `onrecord config check` lists them", out);
        }
    }

    private void checkData(Home home, PrintWriter out) {
        try (Progress progress = Progress.of("reading the archive")) {
            Checkup checkup = Checkup.of(home, progress);
            progress.close();
            checkup.lines().forEach(out::println);
            checkup.troubles().forEach(trouble -> bad(trouble, out));
        } catch (StateException e) {
            bad("state     " + e.getMessage(), out);
        }
    }

    private void checkDisk(Home home, PrintWriter out) {
        try {
            FileStore disk = Files.getFileStore(home.folder());
            long free = disk.getUsableSpace();
            DiskCheck check = new DiskCheck(home.index());
            Optional<String> readOnly = check.lackOfSpace().or(check::refusal);
            if (readOnly.isPresent()) {
                bad("disk      read-only: " + readOnly.get() + "; fetching and mail then go on by themselves", out);
            } else if (free < LITTLE_SPACE) {
                bad("disk      only " + free / 1_000_000 + " MB free", out);
            } else {
                out.println("disk      " + free / 1_000_000_000 + " GB free");
            }
        } catch (IOException e) {
            bad("disk      " + e, out);
        }
    }

    private void bad(String line, PrintWriter out) {
        well = false;
        out.println("! " + line);
    }
}
