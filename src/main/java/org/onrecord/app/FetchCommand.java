package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.IntakeReport;
import org.onrecord.job.RoundReport;
import org.onrecord.source.Source;
import org.onrecord.source.SourceCatalog;
import org.onrecord.state.Links;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One round of intake now. */
@Command(
        name = "fetch",
        description = "Fetch what is new from all sources, or from those named, and index it.",
        footer = {
            "",
            "Examples:",
            "  onrecord fetch",
            "  onrecord fetch federal-register-bis gao-reports",
            "  onrecord fetch --retry gao-reports"
        })
final class FetchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "Ids of sources; without one, all that are enabled.")
    private List<String> ids = List.of();

    @Option(
            names = "--retry",
            description = "Also ask now for links that were refused, given up or wait for another try;"
                    + " `source health` tells why.")
    private boolean retry;

    @Spec
    private @Nullable CommandSpec spec;

    /** Of all sources some are always away; sources that were asked for by name must answer. */
    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Application application = Application.open(Commands.rootOf(spec).home(), Clock.systemUTC());
                Progress progress = Progress.of("fetching")) {
            List<Source> sources = chosen(application.settings().sources());
            if (retry) {
                sources.forEach(source -> retry(source, application.state().links(), out));
            }
            IntakeReport report = application.intake().run(sources, IntakeOutput.listener(progress));
            progress.close();
            IntakeOutput.print(report, out);
            boolean failed = ids.isEmpty()
                    ? !sources.isEmpty() && report.rounds().stream().allMatch(RoundReport::listingFailed)
                    : !report.allListed();
            return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
        }
    }

    private static void retry(Source source, Links links, PrintWriter out) {
        int again = links.retry(source.id(), Instant.now());
        if (again > 0) {
            out.println(source.id() + ": " + SearchCommand.count(again, "link") + " asked for again");
        }
    }

    /** A source that is named is asked even when it is disabled in the configuration. */
    private List<Source> chosen(SourceCatalog catalog) {
        if (ids.isEmpty()) {
            return catalog.enabled();
        }
        List<Source> chosen = new ArrayList<>();
        for (String id : ids) {
            chosen.add(catalog.all().stream()
                    .filter(source -> source.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure("no source is called " + id
                            + " in config/sources.yaml; `onrecord source list` shows them")));
        }
        return chosen;
    }
}
