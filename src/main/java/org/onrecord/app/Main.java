package org.onrecord.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.onrecord.access.Scope;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Runs one command: {@code onrecord COMMAND …}. */
public final class Main {
    /** Held here, because the logging library forgets loggers that nobody holds. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    /** What {@code config/logback.xml} reads the level of our own log from; without it, warnings. */
    private static final String LEVEL = "onrecord.log";

    /** Commands that say in the log what they do; the others say it on standard output. */
    private static final Set<String> LOGGING = Set.of("run");

    private Main() {}

    /** Exit codes: 0 done, 1 failed, 2 wrong usage. */
    public static void main(String[] arguments) {
        // Lucene would recommend its vector module on every start; nothing here searches vectors.
        LUCENE.setLevel(Level.SEVERE);
        System.exit(commandLine().setExecutionStrategy(Main::run).execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new OnRecordCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(long.class, Main::number)
                .registerConverter(LocalDate.class, Main::day)
                .registerConverter(Scope.class, Main::scope)
                .setExecutionExceptionHandler(new FailureReport());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("a whole number is wanted, not " + text);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("a day of the calendar such as 2026-03-01 is wanted, not " + text);
        }
    }

    private static Scope scope(String label) {
        try {
            return Scope.wanted(label);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static int run(ParseResult arguments) {
        OnRecordCommand root = (OnRecordCommand) arguments.commandSpec().userObject();
        ParseResult command = arguments.subcommand();
        configureLog(
                root.home(),
                command != null && LOGGING.contains(command.commandSpec().name()));
        return new CommandLine.RunLast().execute(arguments);
    }

    /**
     * The home's own log configuration, else the shipped one; with {@code -Donrecord.log=LEVEL} the level is the user's
     * choice. Must come before the first logger is made.
     */
    private static void configureLog(Home home, boolean showWhatIsDone) {
        if (showWhatIsDone && System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "INFO");
        }
        Path own = home.config().resolve("logback.xml");
        System.setProperty(
                "logback.configurationFile",
                Files.exists(own) ? own.toString() : "org/onrecord/config/defaults/logback.xml");
    }
}
