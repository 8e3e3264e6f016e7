package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.SignedLinks;
import org.onrecord.alert.Hopeless;
import org.onrecord.app.Circulation.Entry;
import org.onrecord.digest.Alert;
import org.onrecord.digest.AlertIssue;
import org.onrecord.digest.Letter;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.Subscriber;
import org.onrecord.digest.VolumeEstimate;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.Suppression;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists alerts and shows what one would say. */
@Command(
        name = "alert",
        description = "List alerts, and show what one would have brought.",
        footer = {"", "Examples:", "  onrecord alert list", "  onrecord alert test entity-list"})
final class AlertCommand implements Runnable {
    private static final int SHOWN = 25;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name a subcommand: list or test.");
    }

    @Command(
            name = "list",
            description = {
                "List the alerts: how much they would bring, and who gets them. Those of config/digests.yaml come first, then",
                "those that readers asked for by themselves at /subscribe."
            },
            footer = {"", "Examples:", "  onrecord alert list", "  onrecord alert list --json"})
    int list(@Option(names = "--json", description = "Print one JSON object per alert.") boolean json) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        Settings settings = Settings.read(home);
        List<Entry<Alert>> alerts = Circulation.of(home, settings.digests()).alerts();
        if (alerts.isEmpty()) {
            Commands.lineOf(spec)
                    .getErr()
                    .println("there are no alerts; write one under \"alerts\" in config/digests.yaml, or ask for one at"
                            + " /subscribe");
            return CommandLine.ExitCode.OK;
        }
        List<Suppression> suppressions = DigestCommand.suppressions(home);
        try (Reading reading = Reading.of(home)) {
            Hopeless hopeless = new Hopeless(reading.search(), clock);
            for (Entry<Alert> entry : alerts) {
                Alert alert = entry.what();
                VolumeEstimate estimate = VolumeEstimate.of(alert.query(), Listing.ARTICLES, reading.search(), clock);
                Optional<String> refusal = hopeless.refusal(alert);
                out.println(
                        json
                                ? json(entry, estimate, refusal, leftOut(entry, suppressions))
                                        .toString()
                                : alert.id() + "  " + alert.name() + ", "
                                        + DigestPrinter.subscribers(entry) + ", "
                                        + estimate.inWords()
                                        + refusal.map(reason -> "\n    refused: " + reason)
                                                .orElse("")
                                        + leftOut(entry, suppressions).stream()
                                                .map(suppression -> "\n    " + DigestPrinter.text(suppression))
                                                .collect(Collectors.joining()));
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static List<Suppression> leftOut(Entry<Alert> entry, List<Suppression> suppressions) {
        return DigestPrinter.suppressed(entry, entry.what().id(), suppressions);
    }

    /**
     * {@code id name from query per_day refused subscribers suppressed}; {@code from} is {@code config/digests.yaml} or {@code
     * /subscribe}; {@code refused} is null, or the reason; {@code suppressed} who gets nothing, and why.
     */
    private static ObjectNode json(
            Entry<Alert> entry, VolumeEstimate estimate, Optional<String> refusal, List<Suppression> suppressions) {
        Alert alert = entry.what();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", alert.id());
        json.put("name", alert.name());
        json.put("from", entry.origin().place());
        json.put("query", alert.query());
        json.put("per_day", Math.round(estimate.perDay() * 10) / 10.0);
        json.put("refused", refusal.orElse(null));
        ArrayNode subscribers = json.putArray("subscribers");
        entry.addresses().forEach(subscribers::add);
        ArrayNode leftOut = json.putArray("suppressed");
        suppressions.forEach(suppression -> leftOut.add(DigestPrinter.json(suppression)));
        return json;
    }

    @Command(
            name = "test",
            description = {
                "Show the mail that an alert would write now about the newest articles that answer it.",
                "Sends and records nothing."
            },
            footer = {"", "Example: onrecord alert test entity-list"})
    int test(@Parameters(paramLabel = "NAME", description = "The alert's id.") String name) {
        CommandLine line = Commands.lineOf(spec);
        Home home = Commands.rootOf(spec).home();
        Settings settings = Settings.read(home);
        Circulation circulation = Circulation.of(home, settings.digests());
        Alert alert = circulation.alert(name).map(Entry::what).orElseThrow(() -> unknown(name, circulation.alerts()));
        PrintWriter out = line.getOut();
        try (Reading reading = Reading.of(home)) {
            ArticleSearch search = reading.search();
            VolumeEstimate estimate = VolumeEstimate.of(alert.query(), Listing.ARTICLES, search, clock);
            line.getErr().println(estimate.inWords());
            new Hopeless(search, clock)
                    .refusal(alert)
                    .ifPresent(reason -> line.getErr().println("refused: " + reason));
            List<ArticleHit> hits = search.articles(SearchRequest.of(alert.query())
                            .sorted(SearchRequest.Sort.DATE)
                            .page(0, SHOWN))
                    .hits();
            if (hits.isEmpty()) {
                line.getErr().println("no article answers " + alert.query());
            } else {
                MailComposer composer = new MailComposer(
                        settings.registry(),
                        settings.general().mail(),
                        Mailing.unsubscribeTokens(SignedLinks.forPreviews()),
                        new ConfiguredSources(settings));
                Letter letter = composer.letter(
                        AlertIssue.of(alert, new Subscriber("reader@example.org", Set.of()), clock.instant(), hits));
                out.println(letter.subject());
                out.println();
                out.print(letter.text());
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static CommandFailure unknown(String name, List<Entry<Alert>> alerts) {
        return new CommandFailure("there is no alert " + name + "; "
                + (alerts.isEmpty()
                        ? "write one under \"alerts\" in config/digests.yaml, or ask for one at /subscribe"
                        : "known are: "
                                + String.join(
                                        ", ",
                                        alerts.stream()
                                                .map(entry -> entry.what().id())
                                                .toList())));
    }
}
