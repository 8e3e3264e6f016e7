package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.IntakeListener;
import org.onrecord.job.Schedule;
import org.onrecord.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server. */
@Command(
        name = "run",
        description = "Run the server: jobs on schedule, web page, API. Ctrl-C stops it in good order.",
        footer = {"", "Example: onrecord run --home /srv/onrecord"})
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    /** What a crash left between archive and index is done first; if that fails, the rest still serves. */
    private static void catchUp(Application application) {
        try {
            application.indexing().catchUp(IntakeListener.NONE);
        } catch (RuntimeException e) {
            LOG.error("the index cannot be brought up to date", e);
        }
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemDefaultZone();
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Application application = Application.open(Commands.rootOf(spec).home(), clock)) {
            application.requireLogIn();
            if (application.settings().general().fetch().contact() == null) {
                LOG.warn("no site is told whom to reach about our requests; set \"contact\" under \"fetch\" in"
                        + " config/onrecord.yaml to a page or mail address of yours");
            }
            catchUp(application);
            Server server = new Server(application, clock);
            Schedule schedule = server.startJobs();
            WebServer web = application.web(schedule);
            Server.print(schedule, out);
            server.serveUntilStopped(web, out);
        }
        return CommandLine.ExitCode.OK;
    }
}
