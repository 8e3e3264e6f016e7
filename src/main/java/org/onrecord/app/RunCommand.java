package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.Schedule;
import org.onrecord.web.WebServer;
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
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Clock clock = Clock.systemDefaultZone();
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Application application = Application.open(Commands.rootOf(spec).home(), clock)) {
            application.requireLogIn();
            Server server = new Server(application, clock);
            server.prepare();
            Schedule schedule = server.startJobs();
            WebServer web = application.web(schedule);
            Server.print(schedule, out);
            server.serveUntilStopped(web, out);
        }
        return CommandLine.ExitCode.OK;
    }
}
