package org.onrecord.app;

import java.io.PrintWriter;
import org.onrecord.config.ConfigException;
import org.onrecord.search.QueryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence or two why a command failed, and chooses the exit code. */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        PrintWriter err = commandLine.getErr();
        switch (failure) {
            case QueryException query -> {
                err.println("onrecord: the query is wrong at character " + (query.position() + 1) + ": "
                        + query.getMessage());
                query.repaired().ifPresent(repaired -> err.println("onrecord: this would work: " + repaired));
            }
            case ConfigException config -> {
                err.println("onrecord: the configuration has "
                        + (config.problems().size() == 1
                                ? "a problem"
                                : config.problems().size() + " problems") + ":");
                config.problems().forEach(err::println);
            }
            case CommandFailure command -> err.println("onrecord: " + command.getMessage());
            default -> err.println("onrecord: " + describe(failure));
        }
        if (verbose(commandLine)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof QueryException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static String describe(Exception failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName() + " (--verbose shows where)"
                : message;
    }

    private static boolean verbose(CommandLine commandLine) {
        CommandLine root = commandLine;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand() instanceof OnRecordCommand command && command.verbose();
    }
}
