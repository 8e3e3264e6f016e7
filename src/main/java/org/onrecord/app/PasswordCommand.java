package org.onrecord.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Access;
import org.onrecord.access.LogIns;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Sets the password of the web page. It is never an argument: those are seen by every user of the machine. */
@Command(
        name = "password",
        description = {
            "Set the password of the web page, also while the server runs. From then on everybody has to log in, as \""
                    + LogIns.ADMINISTRATOR + "\"; who is logged in already must do so again.",
            "It is asked for at the terminal, or read as one line of standard input."
        },
        footer = {"", "Example: onrecord password", "         pass show onrecord | onrecord password"})
final class PasswordCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Commands.rootOf(spec).home();
        Console console = System.console();
        String password = console != null ? asked(console) : line();
        try (StateBeside beside = StateBeside.open(home)) {
            new Access(beside.state(), Clock.systemUTC()).logIns().setPassword(LogIns.ADMINISTRATOR, password);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        Commands.lineOf(spec).getOut().println("The password is set. Log in as \"" + LogIns.ADMINISTRATOR + "\".");
        return CommandLine.ExitCode.OK;
    }

    private static String asked(Console console) {
        char[] first = console.readPassword("New password: ");
        char[] second = console.readPassword("The same again: ");
        if (first == null || second == null || !Arrays.equals(first, second)) {
            throw new CommandFailure("the two were not the same; nothing was changed");
        }
        return new String(first);
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new CommandFailure("standard input holds no password; nothing was changed");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the password", e);
        }
    }
}
