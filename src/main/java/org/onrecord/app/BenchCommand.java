package org.onrecord.app;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the benchmarks; each is a command below this one. */
@Command(
        name = "bench",
        description =
                "Measure how fast the program is, as a ratio to the bare work. Without a name: list the benchmarks.",
        synopsisSubcommandLabel = "[NAME]",
        subcommands = {
            BenchTagCommand.class,
            BenchExtractCommand.class,
            BenchSearchCommand.class,
            BenchAlertsCommand.class,
            BenchDigestCommand.class
        },
        footer = {"", "Examples:", "  onrecord bench", "  onrecord bench tag"})
final class BenchCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine commandLine = Commands.lineOf(spec);
        PrintWriter out = commandLine.getOut();
        commandLine
                .getSubcommands()
                .forEach((name, benchmark) -> out.println(name + "  "
                        + String.join(
                                " ", benchmark.getCommandSpec().usageMessage().description())));
        out.flush();
    }
}
