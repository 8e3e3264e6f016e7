package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.Fetcher;
import org.onrecord.source.Source;
import org.onrecord.state.ReadOnly;
import org.onrecord.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what sources have to say: a round of each, side by side, while the index follows. */
public final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration INDEX_EVERY = Duration.ofSeconds(1);

    private final Fetcher fetcher;
    private final LinkExtractor linkExtractor;
    private final Archive archive;
    private final StateStore state;
    private final Set<SourceId> watched;
    private final Indexing indexing;
    private final DiskWatch disk;
    private final Clock clock;
    private volatile boolean closed;

    /** @param watched the sources that are watched, now and later: links of others go to those that name them too */
    public Intake(
            Fetcher fetcher,
            LinkExtractor linkExtractor,
            Archive archive,
            StateStore state,
            Set<SourceId> watched,
            Indexing indexing,
            DiskWatch disk,
            Clock clock) {
        this.fetcher = fetcher;
        this.linkExtractor = linkExtractor;
        this.archive = archive;
        this.state = state;
        this.watched = Set.copyOf(watched);
        this.indexing = indexing;
        this.disk = disk;
        this.clock = clock;
    }

    /** Runs a round of each source and indexes everything that is in the archive by then. */
    public IntakeReport run(List<Source> sources, IntakeListener listener) {
        return run(sources, false, listener);
    }

    /** As {@link #run}, but a source that failed is not asked before its next try is due; its links are fetched all the same. */
    public IntakeReport runIfDue(List<Source> sources, IntakeListener listener) {
        return run(sources, true, listener);
    }

    private IntakeReport run(List<Source> sources, boolean onlyIfDue, IntakeListener listener) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RoundReport>> rounds = sources.stream()
                    .map(source -> threads.submit(() -> round(source, onlyIfDue, listener)))
                    .toList();
            threads.shutdown();
            IndexingReport indexed = indexing.catchUp(listener);
            while (!threads.awaitTermination(INDEX_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                indexed = indexed.plus(indexing.catchUp(listener));
            }
            indexed = indexed.plus(indexing.catchUp(listener));
            return new IntakeReport(rounds.stream().map(Future::resultNow).toList(), indexed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the intake was interrupted; what is archived is indexed next time", e);
        }
    }

    /** Lets running rounds end soon: links that were not begun stay due. */
    @Override
    public void close() {
        closed = true;
    }

    /** A round that breaks off (a broken store, a bug) is reported as failed, and the other rounds go on. */
    private RoundReport round(Source source, boolean onlyIfDue, IntakeListener listener) {
        Instant start = clock.instant();
        Optional<ReadOnly> readOnly = disk.readOnly();
        if (readOnly.isPresent()) {
            return nothing(source, "not asked: " + readOnly.get().reason(), start);
        }
        try {
            RoundParts parts =
                    new RoundParts(fetcher, linkExtractor, archive, state, watched, clock, listener, this::stops);
            return new SourceRound(source, parts, onlyIfDue).run();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("source", source.id()).setCause(e).log("a round of intake broke off");
            return nothing(source, "broke off: " + e, start);
        }
    }

    /** Links that are not begun now stay due. */
    private boolean stops() {
        return closed || disk.readOnly().isPresent();
    }

    private RoundReport nothing(Source source, String why, Instant start) {
        Duration took = Duration.between(start, clock.instant());
        return new RoundReport(source.id(), why, true, 0, 0, 0, List.of(), List.of(), took);
    }
}
