package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.DiskWatch;
import org.onrecord.job.JobState;
import org.onrecord.job.Schedule;
import org.onrecord.metrics.Metrics;
import org.onrecord.state.MailRecord;
import org.onrecord.state.Queues;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import org.onrecord.state.Waiting;
import org.onrecord.web.Operations;
import org.onrecord.web.Readiness;
import org.onrecord.web.WatchedJob;

/** Joins the parts of a running server to its figures and to what its operator sees. */
final class Watching {
    private static final int FAILURES_THAT_TELL = 3;
    private static final Duration LONG_WAIT = Duration.ofHours(6);
    private static final Duration RECENT = Duration.ofDays(3);

    private final StateStore state;
    private final LuceneIndex index;
    private final DiskWatch disk;
    private final Path folder;
    private final Clock clock;

    Watching(StateStore state, LuceneIndex index, DiskWatch disk, Path folder, Clock clock) {
        this.state = state;
        this.index = index;
        this.disk = disk;
        this.folder = folder;
        this.clock = clock;
    }

    Operations operations(Schedule schedule, Metrics metrics) {
        schedule.tell(metrics::job);
        addGauges(metrics);
        return new Operations(
                () -> schedule.jobs().stream().map(Watching::watched).toList(),
                schedule::runNow,
                () -> new Readiness(troubles(schedule), warnings()),
                state.mailHistory(),
                metrics);
    }

    private void addGauges(Metrics metrics) {
        metrics.gauge(
                "captures", "Captures in the archive", () -> state.captures().count());
        metrics.gauge(
                "index.behind",
                "Captures that are not in the index yet",
                () -> state.captures().highest() - index.highestCapture());
        metrics.gauge("disk.free.bytes", "Free space where the program writes", this::freeSpace);
        metrics.gauge(
                "readonly",
                "1 while nothing can be written",
                () -> disk.readOnly().isPresent() ? 1 : 0);
        addQueue(metrics, "links", "Links that could be fetched", queues -> queues.links(clock.instant()));
        addQueue(metrics, "mails", "Mails that no server has taken", Queues::mails);
        addQueue(metrics, "webhook.messages", "Messages that no webhook has taken", Queues::webhookMessages);
    }

    private void addQueue(Metrics metrics, String name, String about, Function<Queues, Waiting> queue) {
        Supplier<Waiting> waiting = () -> queue.apply(state.queues());
        metrics.gauge("queue." + name, about, () -> waiting.get().number());
        metrics.gauge(
                "queue." + name + ".age.seconds",
                "How long the oldest of them waits",
                () -> age(waiting.get().oldest()).toSeconds());
    }

    /** What keeps the program from its own work. */
    private List<String> troubles(Schedule schedule) {
        List<String> troubles = new ArrayList<>();
        disk.readOnly().ifPresent(stopped -> troubles.add("nothing can be written: " + stopped.reason()));
        for (JobState job : schedule.jobs()) {
            if (!job.failure().isEmpty()) {
                troubles.add("job " + job.kind() + " " + job.name() + " failed: " + job.failure());
            }
        }
        waitsLong("mail", state.queues().mails()).ifPresent(troubles::add);
        return troubles;
    }

    /** What concerns one address, source or receiver. */
    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (SourceState source : state.sourceStates().all()) {
            if (source.failures() >= FAILURES_THAT_TELL) {
                warnings.add("source " + source.source() + " failed " + source.failures() + " times in a row: "
                        + source.outcome());
            }
        }
        state.suppressions().all().stream()
                .filter(suppression -> suppression.kind() == Suppression.Kind.REFUSED)
                .forEach(suppression -> warnings.add(DigestPrinter.text(suppression)));
        long unknown = state.mailHistory()
                .count(MailRecord.Status.UNKNOWN, clock.instant().minus(RECENT));
        if (unknown > 0) {
            warnings.add("of " + SearchCommand.count(unknown, "mail")
                    + " of the last days nobody can tell whether it arrived;"
                    + " `onrecord digest history --status unknown` lists them");
        }
        state.webhooks().all().stream()
                .filter(webhook -> webhook.disabledAt() != null)
                .forEach(webhook ->
                        warnings.add("webhook " + webhook.number() + " is off: " + webhook.disabledReason()));
        return warnings;
    }

    private Optional<String> waitsLong(String what, Waiting waiting) {
        Duration age = age(waiting.oldest());
        return age.compareTo(LONG_WAIT) < 0
                ? Optional.empty()
                : Optional.of(waiting.number() + " " + what + " wait, the oldest for " + age.toHours() + " hours");
    }

    private Duration age(@Nullable Instant oldest) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    private long freeSpace() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask how much space is free at " + folder, e);
        }
    }

    private static WatchedJob watched(JobState job) {
        return new WatchedJob(job.kind(), job.name(), job.runningSince(), job.endedAt(), job.failure(), job.nextAt());
    }
}
