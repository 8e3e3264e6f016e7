package org.onrecord.app;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.HttpFetcher;
import org.onrecord.job.SourceCheckup;
import org.onrecord.job.SourceCondition;
import org.onrecord.source.Source;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, tests and judges sources. */
@Command(
        name = "source",
        description = "List sources, try one out, show how they are doing, exchange feeds with feed readers.",
        footer = {
            "",
            "Examples:",
            "  onrecord source list",
            "  onrecord source test https://www.gao.gov/rss/reports.xml",
            "  onrecord source health"
        })
final class SourceCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: list, test, health, import or export.");
    }

    @Command(
            name = "list",
            description = "List the sources of config/sources.yaml.",
            footer = {"", "Example: onrecord source list"})
    int list() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        for (Source source : Settings.sources(home()).all()) {
            String disabled = source.about().disabled();
            out.printf("%-32s %s%n", source.id(), source.about().name());
            if (disabled != null) {
                out.println("    disabled: " + disabled);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "test",
            description = {
                "Say what an address would be as a source, show five items as they would be taken, and print the entry for"
                        + " config/sources.yaml. Finds the feed of a web page. Asks politely, stores nothing."
            },
            footer = {"", "Example: onrecord source test https://www.gao.gov/"})
    int test(@Parameters(paramLabel = "URL", description = "The address of a feed, sitemap or page.") String address) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        URI uri = Commands.uri(address);
        Set<String> ids = Settings.sources(home()).all().stream()
                .map(source -> source.id().value())
                .collect(Collectors.toSet());
        try (Fetcher fetcher = new HttpFetcher(Settings.general(home()).fetch(), Clock.systemUTC())) {
            boolean works = new SourceTrial(fetcher, ids, out).run(uri);
            out.flush();
            return works ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    @Command(
            name = "health",
            description = {
                "Show how each source is doing: when it answered last and is asked next, what it brings a week, and what"
                        + " deserves a look (silence, error pages, short texts, refusals)."
            },
            footer = {"", "Examples:", "  onrecord source health", "  onrecord source health --json gao-reports"})
    int health(
            @Option(names = "--json", description = "Print one JSON object per source.") boolean json,
            @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "Ids of sources; without one, all.")
                    @Nullable
                    List<String> ids) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        List<Source> sources = Settings.sources(home()).all().stream()
                .filter(source -> ids == null || ids.contains(source.id().value()))
                .toList();
        if (ids != null && sources.size() < ids.size()) {
            throw new CommandFailure(
                    "config/sources.yaml does not have all of " + ids + "; `onrecord source list` shows what it has");
        }
        Clock clock = Clock.systemUTC();
        try (StateStore state = StateStore.openReadOnly(home().state());
                Archive archive = Archive.openReadOnly(home().archive(), state.captures(), clock)) {
            for (SourceCondition condition : new SourceCheckup(state, archive, clock).look(sources)) {
                out.println(json ? HealthPrinter.json(condition).toString() : HealthPrinter.text(condition));
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private Home home() {
        return Commands.rootOf(spec).home();
    }
}
