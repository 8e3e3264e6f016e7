package org.onrecord.app;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.Feed;
import org.onrecord.extract.FeedEntry;
import org.onrecord.extract.FeedReader;
import org.onrecord.fetch.FetchOutcome;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.HttpFetcher;
import org.onrecord.source.Source;
import org.onrecord.source.SourceCatalog;
import org.onrecord.state.LinkCounts;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, tests and judges sources. */
@Command(
        name = "source",
        description = "List sources, try one out, or show how they are doing.",
        footer = {
            "",
            "Examples:",
            "  onrecord source list",
            "  onrecord source test https://www.gao.gov/rss/reports.xml",
            "  onrecord source health"
        })
final class SourceCommand implements Runnable {
    private static final int ENTRIES_SHOWN = 5;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: list, test or health.");
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
            description = "Fetch an address once, politely, and say what it would be as a source. Stores nothing.",
            footer = {"", "Example: onrecord source test https://www.gao.gov/rss/reports.xml"})
    int test(@Parameters(paramLabel = "URL", description = "The address.") String address) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        URI uri = Commands.uri(address);
        try (Fetcher fetcher = new HttpFetcher(Settings.general(home()).fetch(), Clock.systemUTC())) {
            boolean works = report(fetcher.fetch(FetchRequest.of(uri)), out);
            out.flush();
            return works ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static boolean report(FetchOutcome outcome, PrintWriter out) {
        return switch (outcome) {
            case Fetched fetched -> {
                out.println("answered from " + fetched.page().uri() + ", "
                        + fetched.page().body().length + " bytes of "
                        + fetched.page().header("Content-Type").orElse("an unknown type"));
                yield reportFeed(fetched, out);
            }
            case NotModified same -> {
                out.println("answered \"not modified\" to a first request; that server is not in order");
                yield false;
            }
            case Refused no -> {
                out.println("refused: " + no.reason());
                yield false;
            }
            case Failed failed -> {
                out.println("failed: " + failed.reason());
                yield false;
            }
        };
    }

    private static boolean reportFeed(Fetched fetched, PrintWriter out) {
        try {
            Feed feed = new FeedReader().read(fetched.page());
            out.println("a feed (" + feed.format() + "): " + feed.title() + ", "
                    + feed.entries().size() + " entries");
            List<FeedEntry> first = feed.entries()
                    .subList(0, Math.min(ENTRIES_SHOWN, feed.entries().size()));
            first.forEach(entry -> out.println("    " + entry.title() + "  " + entry.link()));
            return true;
        } catch (ExtractException e) {
            out.println("no feed; it can be a source of kind listing, with a CSS selector for its links");
            return false;
        }
    }

    @Command(
            name = "health",
            description = "Show how each source is doing.",
            footer = {"", "Example: onrecord source health"})
    int health() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        SourceCatalog sources = Settings.sources(home());
        try (StateStore state = StateStore.openReadOnly(home().state())) {
            var counts = state.links().counts();
            for (Source source : sources.all()) {
                LinkCounts links = counts.getOrDefault(source.id(), LinkCounts.NONE);
                String last = state.sourceStates()
                        .find(source.id())
                        .map(SourceCommand::describe)
                        .orElse(source.about().enabled() ? "never asked" : "disabled");
                out.printf(
                        "%-32s %5d articles %4d pending %4d refused %4d failed  %s%n",
                        source.id(), links.captured(), links.pending(), links.refused(), links.failed(), last);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static String describe(SourceState state) {
        return state.roundAt() + " " + state.outcome()
                + (state.failures() == 0 ? "" : " (failed " + state.failures() + " times)");
    }

    private Home home() {
        return Commands.rootOf(spec).home();
    }
}
