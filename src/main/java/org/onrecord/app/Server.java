package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.onrecord.digest.Digest;
import org.onrecord.digest.Subscriber;
import org.onrecord.job.DigestRun;
import org.onrecord.job.Intake;
import org.onrecord.job.IntakeListener;
import org.onrecord.job.IntakeReport;
import org.onrecord.job.Schedule;
import org.onrecord.source.Source;
import org.onrecord.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: jobs on schedule, and the web page. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss VV", Locale.ROOT);
    private static final Duration MAIL_EVERY = Duration.ofMinutes(1);
    private static final Duration WEBHOOKS_EVERY = Duration.ofMinutes(1);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final Duration CORRECTIONS_EVERY = Duration.ofSeconds(10);

    private final Application application;
    private final Clock clock;

    Server(Application application, Clock clock) {
        this.application = application;
        this.clock = clock;
    }

    /** Does first what a crash left between archive and index; if that fails, the rest still serves. */
    void prepare() {
        if (application.settings().general().fetch().contact() == null) {
            LOG.warn("no site is told whom to reach about our requests; set \"contact\" under \"fetch\" in"
                    + " config/onrecord.yaml to a page or mail address of yours");
        }
        application.settings().unreachableMailLinks().ifPresent(LOG::warn);
        warnOfClock();
        try {
            application.indexing().catchUp(IntakeListener.NONE);
            application.showCorrections();
        } catch (RuntimeException e) {
            LOG.error("the index cannot be brought up to date", e);
        }
    }

    private void warnOfClock() {
        Instant now = clock.instant();
        application.state().sourceStates().all().stream()
                .filter(state -> state.liesAhead(now.plus(CLOCK_TOLERANCE)))
                .findFirst()
                .ifPresent(state -> LOG.warn(
                        "the clock says {}, and source {} was asked at {}: set the clock right",
                        now,
                        state.source(),
                        state.roundAt()));
    }

    /** Fills the schedule from the configuration and starts it; it stops when the application is closed. */
    Schedule startJobs() {
        Settings settings = application.settings();
        Schedule schedule = application.keep(new Schedule(settings.general().jobThreads(), clock));
        Intake intake = application.intake();
        for (Source source : settings.sources().enabled()) {
            schedule.watch(
                    source.id(), source.about().every(), firstRound(source), asked -> round(intake, source, asked));
        }
        // Closed before the schedule, which waits for the mails that are handed over.
        DigestRun digests = application.keep(application.digestRun());
        List<Subscriber> subscribers = settings.digests().subscribers();
        for (Digest digest : settings.digests().digests()) {
            Instant lastRun =
                    application.state().deliveries().lastRun(digest.id()).orElse(clock.instant());
            schedule.send(digest, lastRun, (due, window) -> digests.run(due, subscribers, window));
        }
        SubscriptionJobs subscriptions = new SubscriptionJobs(
                application.subscriptions(),
                schedule,
                digests,
                application.state().deliveries(),
                clock);
        subscriptions.update();
        schedule.care("subscriptions", MAIL_EVERY, clock.instant().plus(MAIL_EVERY), subscriptions::update);
        schedule.care("alerts", MAIL_EVERY, clock.instant(), application::writeAlerts);
        schedule.care("mail", MAIL_EVERY, clock.instant(), digests::deliverDue);
        schedule.care("corrections", CORRECTIONS_EVERY, clock.instant(), application::showCorrections);
        schedule.care("webhooks", WEBHOOKS_EVERY, clock.instant(), application::serveWebhooks);
        schedule.care(
                "maintenance",
                settings.general().maintenanceEvery(),
                clock.instant().plus(settings.general().maintenanceEvery()),
                application::maintain);
        schedule.start();
        application.disk().holdBack(schedule);
        return schedule;
    }

    /** A source that became due while the program was down is asked at once. */
    private Instant firstRound(Source source) {
        Instant now = clock.instant();
        return application
                .state()
                .sourceStates()
                .find(source.id())
                .map(state -> state.dueAt(now, source.about().every()))
                .filter(due -> due.isAfter(now))
                .orElse(now);
    }

    /** A source that failed waits for its next try, unless a person asks. */
    private static void round(Intake intake, Source source, boolean asked) {
        List<Source> one = List.of(source);
        IntakeReport report = asked ? intake.run(one, IntakeListener.NONE) : intake.runIfDue(one, IntakeListener.NONE);
        report.rounds()
                .forEach(round -> LOG.atInfo()
                        .addKeyValue("source", round.source())
                        .addKeyValue("captured", round.captured())
                        .addKeyValue("failed", round.failed().size())
                        .log("{}", round.listing()));
    }

    /** Prints each job's next run. */
    static void print(Schedule schedule, PrintWriter out) {
        out.println("next runs:");
        schedule.nextRuns()
                .forEach(next -> out.println("    " + TIME.format(next.at().atZone(next.zone())) + "  " + next.job()));
        out.flush();
    }

    /** Serves until the process is asked to stop, then closes the application in order. */
    void serveUntilStopped(WebServer web, PrintWriter out) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        out.println("web page: " + web.uri() + "  (Ctrl-C stops)");
        out.flush();
        try {
            stop.await();
            application.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
