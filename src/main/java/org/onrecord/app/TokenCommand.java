package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Access;
import org.onrecord.access.NewToken;
import org.onrecord.access.Scope;
import org.onrecord.access.TokenJson;
import org.onrecord.access.Tokens;
import org.onrecord.config.DurationText;
import org.onrecord.state.AccessToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens with which programs use the API. */
@Command(
        name = "token",
        description = "Tokens with which programs use the API; also while the server runs.",
        footer = {"", "Example: onrecord token create \"weekly report\" --scope read --lasts 90d"})
final class TokenCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name a subcommand: create, list or revoke.");
    }

    @Command(
            description = {
                "Make a token and print it, once: it is stored nowhere.",
                "Scopes: read (ask for what the pages show), tag (have texts tagged), metrics (read the program's own"
                        + " figures), admin (everything)."
            },
            footer = {"", "Example: onrecord token create \"weekly report\" --scope read,tag --lasts 90d"})
    int create(
            @Parameters(paramLabel = "NAME", description = "Who uses it.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            split = ",",
                            defaultValue = "read",
                            description = "What it may do; may be given more than once. Default: read.")
                    List<Scope> scopes,
            @Option(
                            names = "--lasts",
                            paramLabel = "TIME",
                            description = "How long it is good for, such as 90d. Default: until it is revoked.")
                    @Nullable
                    String lasts,
            @Option(names = "--json", description = "Write a JSON object.") boolean json) {
        try (StateBeside beside = StateBeside.open(home())) {
            NewToken made = tokens(beside)
                    .create(name, EnumSet.copyOf(scopes), lasts == null ? null : DurationText.parse(lasts));
            if (json) {
                out().println(TokenJson.write(made));
            } else {
                out().println(made.secret());
                err().println("Token " + made.token().number() + " \""
                        + made.token().name() + "\" may: "
                        + String.join(", ", made.token().scopes())
                        + ". Keep it now, it is shown only once. Send it as: Authorization: Bearer TOKEN");
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            description = "List all tokens ever made, without their secrets.",
            footer = {"", "Example: onrecord token list --json"})
    int list(@Option(names = "--json", description = "One JSON object per line.") boolean json) {
        try (StateBeside beside = StateBeside.open(home())) {
            Instant now = Instant.now();
            for (AccessToken token : tokens(beside).all()) {
                out().println(json ? TokenJson.write(token).toString() : line(token, now));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            description = "Take a token back; it opens nothing from then on.",
            footer = {"", "Example: onrecord token revoke 3"})
    int revoke(@Parameters(paramLabel = "NUMBER", description = "As `onrecord token list` shows it.") long number) {
        try (StateBeside beside = StateBeside.open(home())) {
            if (!tokens(beside).revoke(number)) {
                throw new CommandFailure("there is no token " + number + " to revoke; `onrecord token list` shows all");
            }
        }
        out().println("Token " + number + " is revoked.");
        return CommandLine.ExitCode.OK;
    }

    private static String line(AccessToken token, Instant now) {
        String state = token.revokedAt() != null
                ? "revoked " + seconds(token.revokedAt())
                : token.isValid(now)
                        ? "used " + (token.usedAt() == null ? "never" : seconds(token.usedAt()))
                        : "expired " + seconds(token.expiresAt());
        return "%4d  %-30s  %-12s  %s".formatted(token.number(), token.name(), String.join(",", token.scopes()), state);
    }

    private static String seconds(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Tokens tokens(StateBeside beside) {
        return new Access(beside.state(), Clock.systemUTC()).tokens();
    }

    private Home home() {
        return Commands.rootOf(spec).home();
    }

    private PrintWriter out() {
        return Commands.lineOf(spec).getOut();
    }

    private PrintWriter err() {
        return Commands.lineOf(spec).getErr();
    }
}
