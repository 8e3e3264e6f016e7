package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Csv;
import org.onrecord.search.Listing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Writes every answer to a query, without a limit. */
@Command(
        name = "export",
        description = "Write all answers to a query, newest first, as JSON lines or CSV. There is no limit.",
        footer = {
            "",
            "Examples:",
            "  onrecord export > articles.jsonl",
            "  onrecord export --statements --format csv 'about:ai-chip-exports date:2026' > statements.csv",
            "",
            "The query language: docs/queries.md"
        })
final class ExportCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 10_000;

    /** What to write, printed in lower case. */
    enum Format {
        JSONL,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl (one object per line) or csv (RFC 4180, UTF-8). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.JSONL;

    @Option(names = "--statements", description = "Statements instead of articles.")
    private boolean statements;

    @Option(names = "--events", description = "Policy events instead of articles.")
    private boolean events;

    @Option(names = "--figures", description = "Figures instead of articles.")
    private boolean figures;

    @Option(names = "--stories", description = "Stories instead of articles.")
    private boolean stories;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "The query; without one, everything.")
    private List<String> query = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        PrintWriter out = commandLine.getOut();
        PrintWriter err = commandLine.getErr();
        Listing listing = listing();
        Function<ObjectNode, String> line =
                format == Format.CSV ? object -> Csv.line(listing.columns(), object) : object -> object + "\n";
        AtomicLong written = new AtomicLong();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            if (format == Format.CSV) {
                reading.search().check(String.join(" ", query));
                out.print(Csv.header(listing.columns()));
            }
            listing.each(reading.search(), String.join(" ", query), object -> {
                out.print(line.apply(object));
                if (written.incrementAndGet() % PROGRESS_EVERY == 0) {
                    err.println("exported " + written + " so far");
                    err.flush();
                }
                return written.get() % 100 != 0 || !out.checkError();
            });
        }
        if (out.checkError()) {
            throw new CommandFailure(
                    "the export broke off after " + written + ": nobody reads it any more, or the disk is full");
        }
        return CommandLine.ExitCode.OK;
    }

    private Listing listing() {
        if (Stream.of(statements, events, figures, stories)
                        .filter(chosen -> chosen)
                        .count()
                > 1) {
            throw new CommandLine.ParameterException(
                    Commands.lineOf(spec), "--statements, --events, --figures and --stories exclude each other.");
        }
        if (statements) {
            return Listing.STATEMENTS;
        }
        if (events) {
            return Listing.EVENTS;
        }
        if (stories) {
            return Listing.STORIES;
        }
        return figures ? Listing.FIGURES : Listing.ARTICLES;
    }
}
