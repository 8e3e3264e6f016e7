package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.config.Problems;
import org.onrecord.index.LuceneIndex;
import org.onrecord.state.Capture;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks the house over. */
@Command(
        name = "doctor",
        description =
                "Look the house over: configuration, archive, state, index, disk. Changes nothing, and works beside a"
                        + " running server.",
        footer = {"", "Example: onrecord doctor"})
final class DoctorCommand implements Callable<Integer> {
    private static final long LITTLE_SPACE = 1_000_000_000;
    private static final int BATCH = 500;

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
        if (Files.exists(home.state())) {
            checkCaptures(home, out);
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

    /** Reads every capture's record back and compares its hash. */
    private void checkCaptures(Home home, PrintWriter out) {
        try (StateStore state = StateStore.openReadOnly(home.state());
                Archive archive = Archive.openReadOnly(home.archive(), state.captures(), Clock.systemUTC());
                Progress progress = Progress.of("reading the archive")) {
            long total = state.captures().count();
            long read = 0;
            long damaged = 0;
            for (long number = 0; read < total; ) {
                var batch = state.captures().after(number, BATCH);
                if (batch.isEmpty()) {
                    break;
                }
                for (Capture capture : batch) {
                    if (!isReadable(archive, capture, out)) {
                        damaged++;
                    }
                    number = capture.number();
                    progress.update(++read, total);
                }
            }
            progress.close();
            out.println("archive   " + SearchCommand.count(read, "capture") + ", " + damaged + " damaged");
            checkIndex(home, state, out);
            out.println("outbox    " + SearchCommand.count(state.deliveries().pending(), "mail") + " waiting");
        }
    }

    private boolean isReadable(Archive archive, Capture capture, PrintWriter out) {
        try {
            archive.read(capture);
            return true;
        } catch (RuntimeException e) {
            bad("archive   " + e.getMessage(), out);
            return false;
        }
    }

    private void checkIndex(Home home, StateStore state, PrintWriter out) {
        try {
            long behind = state.captures().highest() - LuceneIndex.committedCapture(home.articles());
            out.println(
                    behind <= 0
                            ? "index     up to date"
                            : "index     behind by " + behind + " captures; `fetch` or `run` catches up");
        } catch (RuntimeException e) {
            bad("index     " + e.getMessage(), out);
        }
    }

    private void checkDisk(Home home, PrintWriter out) {
        try {
            FileStore disk = Files.getFileStore(home.folder());
            long free = disk.getUsableSpace();
            if (free < LITTLE_SPACE) {
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
