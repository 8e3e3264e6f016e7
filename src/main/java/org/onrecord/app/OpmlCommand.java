package org.onrecord.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exchanges feeds with feed readers. */
@Command(
        name = "opml",
        description = "Exchange feeds with feed readers.",
        footer = {"", "Examples:", "  onrecord opml import feeds.opml", "  onrecord opml export > feeds.opml"})
final class OpmlCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: import or export.");
    }

    @Command(
            name = "import",
            description = "Append the feeds of an OPML file to config/sources.yaml.",
            footer = {"", "Example: onrecord opml import feeds.opml"})
    int importFrom(@Parameters(paramLabel = "FILE", description = "The OPML file.") Path file) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        exchange(out).importFrom(file);
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "export",
            description = "Write the feeds that are watched as OPML.",
            footer = {"", "Example: onrecord opml export > feeds.opml"})
    int exportTo() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        exchange(out).exportTo(out);
        return CommandLine.ExitCode.OK;
    }

    private OpmlExchange exchange(PrintWriter out) {
        return new OpmlExchange(Commands.rootOf(spec).home(), out);
    }
}
