package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.DiskCheck;
import org.onrecord.state.ReadOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the disk, and holds back those who write while it takes nothing. Looks at the free space every second, and
 * writes a small file every minute, or every second as long as the disk does not work. Safe for use by many threads.
 */
public final class DiskWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int LOOKS_PER_PROBE = 60;

    /** Something that writes on its own account. */
    public interface Writer {
        /** Stops until {@link #goOn}. */
        void pause();

        void goOn();
    }

    private final DiskCheck disk;
    private final Clock clock;
    private final List<Writer> writers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("disk-watch").daemon().factory());
    private volatile @Nullable ReadOnly readOnly;
    private int looks;

    private DiskWatch(DiskCheck disk, Clock clock) {
        this.disk = disk;
        this.clock = clock;
    }

    /** Looks once, then again and again until it is closed. */
    public static DiskWatch start(DiskCheck disk, Clock clock) {
        DiskWatch watch = new DiskWatch(disk, clock);
        watch.look();
        watch.thread.scheduleWithFixedDelay(
                watch::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Why nothing can be written now; empty when it can. */
    public Optional<ReadOnly> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    /** Holds a writer back from now on while the disk takes nothing. */
    public synchronized void holdBack(Writer writer) {
        writers.add(writer);
        if (readOnly != null) {
            writer.pause();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private synchronized void look() {
        ReadOnly before = readOnly;
        if (before == null) {
            boolean probe = looks++ % LOOKS_PER_PROBE == 0;
            disk.lackOfSpace()
                    .or(() -> probe ? disk.refusal() : Optional.empty())
                    .ifPresent(this::stop);
        } else {
            Optional<String> obstacle = disk.obstacle();
            if (obstacle.isEmpty()) {
                goOn(before);
            } else {
                readOnly = new ReadOnly(before.since(), obstacle.get());
            }
        }
    }

    private void stop(String reason) {
        readOnly = new ReadOnly(clock.instant(), reason);
        LOG.error("read-only from now on: {}. Searches go on; fetching and mail begin again by themselves", reason);
        tell(Writer::pause);
    }

    private void goOn(ReadOnly before) {
        readOnly = null;
        LOG.warn(
                "the disk can be written to again, after {}: fetching and mail go on",
                Duration.between(before.since(), clock.instant()).truncatedTo(ChronoUnit.SECONDS));
        tell(Writer::goOn);
    }

    private void tell(Consumer<Writer> what) {
        for (Writer writer : writers) {
            try {
                what.accept(writer);
            } catch (RuntimeException e) {
                LOG.error("a writer does not listen to the state of the disk", e);
            }
        }
    }
}
