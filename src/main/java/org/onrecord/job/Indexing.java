package org.onrecord.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.onrecord.correction.Corrections;
import org.onrecord.index.ArticleIndex;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.CorrectionRows;
import org.onrecord.state.PassedOver;
import org.onrecord.state.StateStore;
import org.onrecord.state.Versions;
import org.onrecord.tag.Tagger;
import org.onrecord.watch.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index up to date with the archive: the second half of an article's path. {@link CaptureTagging} extracts and tags,
 * {@link IndexingRun} writes; here is decided which captures, and when they are made durable.
 *
 * <p>The same method does the daily work, the replay after a crash, and the rebuilding of a cleared index, because the
 * index itself remembers how far it has come.
 */
public final class Indexing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int BATCH = 64;

    /** So many captures are done again at most when a long indexing is cut off. */
    private static final int COMMIT_AFTER = 1_024;

    private final StateStore state;
    private final Captures captures;
    private final PassedOver passedOver;
    private final Versions versions;
    private final CorrectionRows corrected;
    private final CaptureTagging tagging;
    private final ArticleIndex index;
    private final Watch watch;
    private final Clock clock;

    /**
     * @param corrections what people corrected, which takes the place of what the tagger finds
     * @param watch is shown every article that comes in
     * @param threads how many articles are extracted and tagged at once
     */
    public Indexing(
            StateStore state,
            Corrections corrections,
            CapturedArticles articles,
            Tagger tagger,
            ArticleIndex index,
            Watch watch,
            Clock clock,
            int threads) {
        this.state = state;
        this.captures = state.captures();
        this.passedOver = state.passedOver();
        this.versions = state.versions();
        this.corrected = state.corrections();
        this.tagging = new CaptureTagging(articles, new TaggingMemory(tagger, state.taggings()), corrections, threads);
        this.index = index;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Indexes every capture after the highest one that the index holds, and those that were passed over and whose time has
     * come; then commits. One caller at a time.
     */
    public synchronized IndexingReport catchUp(IntakeListener listener) {
        long from = index.highestCapture();
        long total = captures.highest() - from;
        IndexingRun run = newRun();
        long done = from;
        long committed = from;
        for (List<Capture> batch = captures.after(from, BATCH); !batch.isEmpty(); batch = captures.after(done, BATCH)) {
            done = batch.getLast().number();
            run.take(tagging.tagAll(batch), done);
            listener.indexed(done - from, total);
            if (done - committed >= COMMIT_AFTER) {
                run.commit(done);
                committed = done;
            }
        }
        boolean again = tryAgain(done, run);
        if (done > committed || again) {
            run.commit(done);
        }
        return run.report();
    }

    private IndexingRun newRun() {
        return new IndexingRun(state, index, watch, clock);
    }

    /** Tries captures again that were passed over; whether there were any. */
    private boolean tryAgain(long done, IndexingRun run) {
        List<Capture> due =
                captures(passedOver.due(clock.instant(), BATCH).stream().mapToLong(PassedOver.Entry::capture), done);
        if (!due.isEmpty()) {
            run.takeUnlessReplaced(tagging.tagAll(due), done);
        }
        return !due.isEmpty();
    }

    /** The captures with these numbers, as far as they exist and are not yet to come. */
    private List<Capture> captures(LongStream numbers, long done) {
        return numbers.mapToObj(captures::byNumber)
                .flatMap(Optional::stream)
                .filter(capture -> capture.number() <= done)
                .toList();
    }

    /** Shows what people corrected since the last time: puts their articles into the index again, and commits. */
    public synchronized void showCorrections() {
        List<CorrectionRows.Due> due = corrected.due();
        if (due.isEmpty()) {
            return;
        }
        long done = index.highestCapture();
        IndexingRun run = newRun();
        run.take(tagging.tagAll(captures(due.stream().mapToLong(one -> versions.newest(one.article())), done)), done);
        run.commit(done);
        corrected.shown(due);
    }

    /**
     * Empties an index that is ahead of the state store, as after the store was restored from an older backup: numbers of
     * captures are given out again, and those would be taken for done. Call it before anything is captured.
     */
    public synchronized void startAnewIfAhead() {
        long ahead = index.highestCapture() - captures.highest();
        if (ahead > 0) {
            LOG.warn(
                    "the index is {} captures ahead of the state store, which is older or was lost: it is made anew",
                    ahead);
            index.clear();
            versions.clear();
        }
    }

    @Override
    public void close() {
        tagging.close();
    }
}
