package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Issue;
import org.onrecord.job.IntakeReport;
import org.onrecord.newsroom.Newsroom;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.Stance;
import org.onrecord.source.Source;
import org.onrecord.state.HomeLock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job on a bundled newsroom: fetch, tag, search, mail, serve. */
@Command(
        name = "demo",
        description =
                "Show the main job on a bundled newsroom: fetch its articles through the real pipeline, print who said"
                        + " what, answer a search, write a digest mail, serve the web page until Ctrl-C.",
        footer = {"", "Examples:", "  onrecord demo", "  onrecord demo --once"})
final class DemoCommand implements Callable<Integer> {
    private static final String QUERY = "licence H20";
    /** The first retry of a page that failed comes after five minutes; the demo moves its clock instead of waiting. */
    private static final Duration UNTIL_RETRY = Duration.ofMinutes(6);

    @Option(names = "--once", description = "Exit instead of serving the web page.")
    private boolean once;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        OnRecordCommand root = Commands.rootOf(spec);
        Home home = root.homeWasAsked() ? root.home() : root.home().demo();
        Clock clock = Clock.systemDefaultZone();
        prepare(home);
        try (Newsroom newsroom = Newsroom.start(0)) {
            DemoHome.write(home, newsroom);
            out.println("A newsroom of " + newsroom.articles().size() + " articles is served at " + newsroom.uri());
            out.flush();
            try (Application application = Application.open(home, clock)) {
                fetch(application, clock, out);
                show(application, out);
                mail(application, clock, out);
                if (!once) {
                    Server server = new Server(application, clock);
                    server.serveUntilStopped(application.web(server.startJobs()), out);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static void fetch(Application application, Clock clock, PrintWriter out) {
        List<Source> sources = application.settings().sources().enabled();
        heading("Intake", out);
        try (Progress progress = Progress.of("fetching")) {
            IntakeReport report = application.intake(clock).run(sources, IntakeOutput.listener(progress));
            progress.close();
            IntakeOutput.print(report, out);
        }
        heading("Intake, " + UNTIL_RETRY.toMinutes() + " minutes later by the demo's clock", out);
        try (Progress progress = Progress.of("fetching")) {
            IntakeReport report =
                    application.intake(Clock.offset(clock, UNTIL_RETRY)).run(sources, IntakeOutput.listener(progress));
            progress.close();
            IntakeOutput.print(report, out);
        }
    }

    private static void show(Application application, PrintWriter out) {
        ArticleSearch search = application.search();
        HitPrinter printer = new HitPrinter(out);
        for (Issue issue : application.settings().registry().issues()) {
            heading("Who stands where: " + issue.proposition(), out);
            for (Stance stance : search.stancesOn(issue.id())) {
                printer.stance(application.settings().registry().nameOf(stance.actor()), stance, search);
            }
        }
        heading("Who said what, the newest ten statements", out);
        search.statements(newest(10)).hits().forEach(printer::statement);
        heading("What was decided, the newest ten events", out);
        Hits<EventHit> events = search.events(newest(10));
        events.hits().forEach(printer::event);
        heading("Search: " + QUERY, out);
        Hits<ArticleHit> hits = search.articles(SearchRequest.of(QUERY).page(0, 5));
        out.println(SearchCommand.count(hits.total(), "article") + ", the best five:");
        hits.hits().forEach(printer::article);
    }

    private static void mail(Application application, Clock clock, PrintWriter out) {
        heading("Digest", out);
        var digests = application.settings().digests();
        digests.digests()
                .forEach(digest -> DigestCommand.print(
                        application.digestRun().run(digest, digests.subscribers(), clock.instant()), out));
        out.println();
        out.flush();
    }

    private static SearchRequest newest(int count) {
        return SearchRequest.of("").sorted(Sort.DATE).page(0, count);
    }

    private static void heading(String text, PrintWriter out) {
        out.println();
        out.println(new HitPrinter(out).bold("== " + text));
        out.flush();
    }

    /** The demo begins anew each time, but deletes only what it made itself, and what nobody is using. */
    private static void prepare(Home home) {
        boolean untouched = !Files.exists(home.config()) && !Files.exists(home.index());
        if (untouched) {
            return;
        }
        if (!DemoHome.isOne(home)) {
            throw new CommandFailure(home.folder() + " was not made by the demo; name an empty folder, or leave --home"
                    + " out and the demo takes index/demo");
        }
        HomeLock.acquire(home.index()).close();
        deleteAll(home.index());
        deleteAll(home.config());
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot empty the demo's folder " + folder + ": " + e, e);
        }
    }
}
