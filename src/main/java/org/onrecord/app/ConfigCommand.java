package org.onrecord.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;
import org.onrecord.registry.CongressImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks and refreshes the configuration. */
@Command(
        name = "config",
        description = "Check the configuration, or refresh its imported part.",
        footer = {"", "Examples:", "  onrecord config check", "  onrecord config import-congress ~/congress-legislators"
        })
final class ConfigCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: check or import-congress.");
    }

    @Command(
            name = "check",
            description =
                    "List every problem of the configuration: file, line, column, what was found, what is allowed.",
            footer = {"", "Example: onrecord config check --home /srv/onrecord"})
    int check() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        Problems problems = new Problems();
        Settings settings = Settings.read(home, System.getenv(Settings.PASSWORD), problems);
        problems.list().stream().map(Problem::toString).forEach(out::println);
        if (problems.isEmpty()) {
            out.println("no problems: " + settings.sources().enabled().size() + " of "
                    + settings.sources().all().size() + " sources enabled, "
                    + settings.registry().actors().size() + " actors, "
                    + settings.registry().topics().size() + " products and policies, "
                    + settings.registry().issues().size() + " issues, "
                    + settings.digests().digests().size() + " digests, "
                    + settings.digests().subscribers().size() + " subscribers");
        }
        out.flush();
        return problems.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "import-congress",
            description = "Write config/congress.yaml anew from a folder with the files of the public project"
                    + " congress-legislators (legislators-current.yaml, committees-current.yaml,"
                    + " committee-membership-current.yaml, executive.yaml).",
            footer = {"", "Example: onrecord config import-congress ~/congress-legislators"})
    int importCongress(@Parameters(paramLabel = "DIR", description = "The folder with the files.") Path folder) {
        Path file = Commands.rootOf(spec).home().config().resolve("congress.yaml");
        Problems problems = new Problems();
        int actors = new CongressImport(LocalDate.now(Clock.systemUTC())).run(folder, file, problems);
        if (!problems.isEmpty()) {
            PrintWriter err = Commands.lineOf(spec).getErr();
            problems.list().forEach(err::println);
            err.println("onrecord: wrote nothing");
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        PrintWriter out = Commands.lineOf(spec).getOut();
        out.println("wrote " + SearchCommand.count(actors, "actor") + " to " + file);
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
