package org.onrecord.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole: the list of commands, and the options that all of them have. */
@Command(
        name = "onrecord",
        mixinStandardHelpOptions = true,
        version = "OnRecord 0.1.0",
        description = "Who said what about AI chips and export rules, who stands where, and what was decided.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        footer = {"", "Start with: onrecord demo"},
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            FetchCommand.class,
            SearchCommand.class,
            SearchesCommand.class,
            ArticleCommand.class,
            ActorCommand.class,
            IssueCommand.class,
            EventsCommand.class,
            FiguresCommand.class,
            StoriesCommand.class,
            ExportCommand.class,
            TagCommand.class,
            CorrectCommand.class,
            EvalCommand.class,
            TrainCommand.class,
            BenchCommand.class,
            ExtractCommand.class,
            FeedCommand.class,
            DigestCommand.class,
            AlertCommand.class,
            SourceCommand.class,
            OpmlCommand.class,
            PasswordCommand.class,
            TokenCommand.class,
            WebhookCommand.class,
            ReindexCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ConfigCommand.class
        })
final class OnRecordCommand implements Runnable {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Home folder with config/ and index/. Default: $ONRECORD_HOME, else the launcher's folder.")
    private @Nullable Path home;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean verbose;

    @Spec
    private @Nullable CommandSpec spec;

    Home home() {
        return Home.of(home);
    }

    /** Whether the command line itself named a home. */
    boolean homeWasAsked() {
        return home != null;
    }

    boolean verbose() {
        return verbose;
    }

    @Override
    public void run() {
        CommandLine commandLine = spec == null ? Main.commandLine() : spec.commandLine();
        throw new ParameterException(commandLine, "Name a command.");
    }
}
