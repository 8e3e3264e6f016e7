package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.QueryException;
import org.onrecord.state.Webhook;
import org.onrecord.webhook.WebhookException;
import org.onrecord.webhook.WebhookJson;
import org.onrecord.webhook.Webhooks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Addresses that are told of new articles. */
@Command(
        name = "webhook",
        description = "Addresses that are told of every new article that answers a query; also while the server runs.",
        footer = {"", "Example: onrecord webhook add desk https://hooks.example.org/x 'search:\"Chips for China\"'"})
final class WebhookCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name a subcommand: add, list, test, enable or remove.");
    }

    @Command(
            description = {
                "Add a webhook, and print the secret that signs its messages (Standard Webhooks 1.0).",
                "It is told of what the server fetches from now on."
            },
            footer = {"", "Example: onrecord webhook add desk https://hooks.example.org/x 'search:\"Chips for China\"'"
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "Who listens.") String name,
            @Parameters(paramLabel = "URL", description = "Where messages are posted.") String url,
            @Parameters(paramLabel = "QUERY", arity = "1..*", description = "Of which articles it is told.")
                    List<String> query,
            @Option(names = "--json", description = "Write a JSON object.") boolean json) {
        return with(webhooks -> {
            Webhook added = webhooks.add(name, url, String.join(" ", query));
            out().println(json ? WebhookJson.writeNew(added).toString() : added.secret());
            if (!json) {
                err().println("Webhook " + added.number() + " is added; above is the secret that signs its messages."
                        + " `onrecord webhook test " + added.number() + "` tries the way.");
            }
        });
    }

    @Command(
            description = "List the webhooks, without their secrets.",
            footer = {"", "Example: onrecord webhook list"})
    int list(@Option(names = "--json", description = "One JSON object per line.") boolean json) {
        return with(webhooks -> webhooks.all()
                .forEach(webhook ->
                        out().println(json ? WebhookJson.write(webhook).toString() : line(webhook))));
    }

    @Command(
            description = "Send a message that tells of nothing, and say how it went.",
            footer = {"", "Example: onrecord webhook test 1"})
    int test(@Parameters(paramLabel = "NUMBER", description = "As `onrecord webhook list` shows it.") long number) {
        return with(webhooks -> {
            Webhook webhook = webhooks.find(number).orElseThrow(() -> none(number));
            Optional<String> wrong = webhooks.test(webhook);
            if (wrong.isPresent()) {
                throw new CommandFailure(webhook.url() + " did not take the message: " + wrong.get());
            }
            out().println(webhook.url() + " took the message.");
        });
    }

    @Command(
            description = "Switch a webhook on again that was switched off after failures.",
            footer = {"", "Example: onrecord webhook enable 1"})
    int enable(@Parameters(paramLabel = "NUMBER", description = "As `onrecord webhook list` shows it.") long number) {
        return with(webhooks -> {
            if (!webhooks.enable(number)) {
                throw none(number);
            }
            out().println("Webhook " + number + " is on.");
        });
    }

    @Command(
            description = "Forget a webhook, and what waits for it.",
            footer = {"", "Example: onrecord webhook remove 1"})
    int remove(@Parameters(paramLabel = "NUMBER", description = "As `onrecord webhook list` shows it.") long number) {
        return with(webhooks -> {
            if (!webhooks.remove(number)) {
                throw none(number);
            }
            out().println("Webhook " + number + " is removed.");
        });
    }

    private int with(Consumer<Webhooks> deed) {
        Home home = Commands.rootOf(spec).home();
        try (StateBeside beside = StateBeside.open(home);
                Webhooks webhooks =
                        new Webhooks(beside.state(), Settings.general(home).fetch(), Clock.systemDefaultZone())) {
            deed.accept(webhooks);
        } catch (WebhookException | QueryException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return CommandLine.ExitCode.OK;
    }

    private static CommandFailure none(long number) {
        return new CommandFailure("there is no webhook " + number + "; `onrecord webhook list` shows all");
    }

    private static String line(Webhook webhook) {
        String state = webhook.disabledAt() != null
                ? "off: " + webhook.disabledReason()
                : webhook.failingSince() != null ? "failing since " + webhook.failingSince() : "on";
        return "%4d  %-20s  %s\n      %s\n      %s"
                .formatted(webhook.number(), webhook.name(), webhook.url(), webhook.query(), state);
    }

    private PrintWriter out() {
        return Commands.lineOf(spec).getOut();
    }

    private PrintWriter err() {
        return Commands.lineOf(spec).getErr();
    }
}
