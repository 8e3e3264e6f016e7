package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.index.ArticleIndex;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.CorrectionRows;
import org.onrecord.state.PassedOver;
import org.onrecord.state.StateStore;
import org.onrecord.state.Taggings;
import org.onrecord.state.Versions;
import org.onrecord.tag.Tagger;
import org.onrecord.watch.Watch;
import org.onrecord.watch.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the index up to date with the archive: the second half of an article's path.
 *
 * <p>The same method does the daily work, the replay after a crash, and the rebuilding of a cleared index, because the
 * index itself remembers how far it has come.
 */
public final class Indexing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int BATCH = 64;

    /** So many captures are done again at most when a long indexing is cut off. */
    private static final int COMMIT_AFTER = 1_024;

    private final Captures captures;
    private final Taggings taggings;
    private final PassedOver passedOver;
    private final Versions versions;
    private final CorrectionRows correctionRows;
    private final Corrections corrections;
    private final CapturedArticles articles;
    private final Tagger tagger;
    private final ArticleIndex index;
    private final Watch watch;
    private final Clock clock;
    private final ExecutorService workers;

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
        this.captures = state.captures();
        this.taggings = state.taggings();
        this.passedOver = state.passedOver();
        this.versions = state.versions();
        this.correctionRows = state.corrections();
        this.corrections = corrections;
        this.articles = articles;
        this.tagger = tagger;
        this.index = index;
        this.watch = watch;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("indexing-", 0).daemon().factory());
    }

    /**
     * Indexes every capture after the highest one that the index holds, and those that were passed over and whose time has
     * come; then commits. One caller at a time.
     */
    public synchronized IndexingReport catchUp(IntakeListener listener) {
        long from = index.highestCapture();
        long total = captures.highest() - from;
        Tally tally = new Tally();
        long done = from;
        long committed = from;
        for (List<Capture> batch = captures.after(from, BATCH); !batch.isEmpty(); batch = captures.after(done, BATCH)) {
            done = batch.getLast().number();
            take(tagAll(batch), tally, done);
            listener.indexed(done - from, total);
            if (done - committed >= COMMIT_AFTER) {
                commit(done, tally);
                committed = done;
            }
        }
        boolean again = tryAgain(done, tally);
        if (done > committed || again) {
            commit(done, tally);
        }
        return tally.report();
    }

    /** Shows what people corrected since the last time: puts their articles into the index again, and commits. */
    public synchronized void showCorrections() {
        List<CorrectionRows.Due> due = correctionRows.due();
        if (due.isEmpty()) {
            return;
        }
        long done = index.highestCapture();
        Tally tally = new Tally();
        take(
                tagAll(due.stream()
                        .map(one -> captures.byNumber(versions.newest(one.article())))
                        .flatMap(Optional::stream)
                        .filter(capture -> capture.number() <= done)
                        .toList()),
                tally,
                done);
        commit(done, tally);
        correctionRows.shown(due);
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
        workers.close();
    }

    /** Captures that were passed over are forgotten as such only when their articles are durable. */
    private void commit(long done, Tally tally) {
        index.commit(done);
        passedOver.remove(tally.settled);
        tally.settled.clear();
    }

    /** Tries captures again that were passed over; whether there were any. */
    private boolean tryAgain(long done, Tally tally) {
        List<Capture> due = passedOver.due(clock.instant(), BATCH).stream()
                .map(entry -> captures.byNumber(entry.capture()))
                .flatMap(Optional::stream)
                .filter(capture -> capture.number() <= done)
                .toList();
        if (due.isEmpty()) {
            return false;
        }
        List<Outcome> outcomes = new ArrayList<>(tagAll(due));
        outcomes.removeIf(outcome -> isReplaced(outcome, tally));
        take(outcomes, tally, done);
        return true;
    }

    /** An old capture must not take the place of a newer one of the same article. */
    private boolean isReplaced(Outcome outcome, Tally tally) {
        if (outcome instanceof Outcome.Tagged tagged) {
            Article article = tagged.article().article();
            if (versions.newest(article.id()) > article.capture()) {
                tally.settled.add(article.capture());
                return true;
            }
        }
        return false;
    }

    /** Outcomes in the order of the captures, so that the newest version of an article is written last. */
    private List<Outcome> tagAll(List<Capture> batch) {
        List<Future<Outcome>> running = batch.stream()
                .map(capture -> workers.submit(() -> tag(capture)))
                .toList();
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        for (Future<Outcome> one : running) {
            try {
                outcomes.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("indexing stopped", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while indexing; the rest is done next time", e);
            }
        }
        // Memory that many together use up may do for one alone.
        outcomes.replaceAll(
                outcome -> outcome instanceof Outcome.OutOfMemory failed ? tagAlone(failed.capture()) : outcome);
        return outcomes;
    }

    private Outcome tagAlone(Capture capture) {
        return switch (tag(capture)) {
            case Outcome.OutOfMemory again ->
                new Outcome.Failed(
                        new IndexingReport.Failure(
                                capture.number(), capture.uri(), "there is not enough memory for it"),
                        again.cause());
            case Outcome other -> other;
        };
    }

    /** @param done the number of the last capture that was taken or passed over with these */
    private void take(List<Outcome> outcomes, Tally tally, long done) {
        watch.begin();
        outcomes.forEach(outcome -> take(outcome, tally));
        versions.record(tally.versions);
        watch.write(done);
        tally.versions.clear();
        tally.firstSeen.clear();
        index.refresh();
    }

    private void take(Outcome outcome, Tally tally) {
        switch (outcome) {
            case Outcome.Tagged tagged -> add(tagged.article(), tally);
            case Outcome.PartOfAnother part -> tally.settled.add(part.capture());
            case Outcome.WithoutText nothing -> {
                tally.withoutText.add(nothing.uri());
                tally.settled.add(nothing.capture());
            }
            case Outcome.Failed failed -> fail(failed, tally);
            case Outcome.OutOfMemory failed -> throw new IllegalStateException("tried alone before", failed.cause());
        }
    }

    /** What the index refuses for its content is one bad article; what it refuses for itself stops the indexing. */
    private void add(TaggedArticle tagged, Tally tally) {
        try {
            Article article = tagged.article();
            TaggedArticle whole = tagged.withArticle(article.withFirstSeenAt(firstSeen(article, tally)));
            List<Watcher> waiting = watch.compare(whole);
            index.add(whole);
            watch.keep(article.id(), waiting);
            tally.indexed++;
            tally.settled.add(article.capture());
            tally.versions.add(
                    new Versions.Entry(article.id(), article.capture(), hash(article.title(), article.text())));
        } catch (IllegalArgumentException e) {
            Article article = tagged.article();
            URI uri = article.url() == null ? URI.create("urn:onrecord:" + article.id()) : article.url();
            fail(new Outcome.Failed(new IndexingReport.Failure(article.capture(), uri, reason(e)), e), tally);
        }
    }

    /** Captures of the same batch count too, whose versions are not written down yet. */
    private Instant firstSeen(Article article, Tally tally) {
        Instant first = versions.firstSeen(article.id()).orElse(article.fetchedAt());
        return tally.firstSeen.merge(article.id(), earlier(first, article.fetchedAt()), Indexing::earlier);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void fail(Outcome.Failed failed, Tally tally) {
        passedOver.add(failed.failure().capture(), failed.failure().reason(), clock.instant());
        LOG.atWarn()
                .addKeyValue("capture", failed.failure().capture())
                .addKeyValue("url", failed.failure().uri())
                .setCause(failed.cause())
                .log("cannot index a capture");
        tally.failed.add(failed.failure());
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** One bad page must not stop the others: whatever it provokes becomes an outcome. */
    private Outcome tag(Capture capture) {
        if (FederalRegisterDocument.isFullText(capture.uri())) {
            return new Outcome.PartOfAnother(capture.number());
        }
        try {
            Optional<Article> article = articles.of(capture);
            return article.isEmpty()
                    ? new Outcome.WithoutText(capture.number(), capture.uri())
                    : new Outcome.Tagged(corrections.apply(articles.registerDocument(capture)
                            .map(document -> RegisterEvents.add(tag(article.get()), document))
                            .orElseGet(() -> tag(article.get()))));
        } catch (OutOfMemoryError e) {
            return new Outcome.OutOfMemory(capture, e);
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Failed(new IndexingReport.Failure(capture.number(), capture.uri(), reason(e)), e);
        }
    }

    private TaggedArticle tag(Article article) {
        String key = keyOf(article);
        return kept(article, key).orElseGet(() -> {
            TaggedArticle tagged = tagger.tag(article);
            keep(key, tagged);
            return tagged;
        });
    }

    /** What the same tagger made of the same text before. A kept tagging that cannot be had costs time, nothing else. */
    private Optional<TaggedArticle> kept(Article article, String key) {
        try {
            return taggings.find(key, tagger.version())
                    .map(json -> TaggedArticleJson.read(Json.MAPPER.readTree(json)))
                    .map(tagged -> tagged.withArticle(article));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("article", article.id()).setCause(e).log("a kept tagging cannot be read");
            return Optional.empty();
        }
    }

    private void keep(String key, TaggedArticle tagged) {
        try {
            taggings.put(key, tagger.version(), TaggedArticleJson.write(tagged).toString());
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("article", tagged.article().id())
                    .setCause(e)
                    .log("a tagging cannot be kept");
        }
    }

    /** A hash of everything that tagging looks at. */
    private static String keyOf(Article article) {
        return hash(
                article.title(),
                String.valueOf(article.published()),
                String.valueOf(article.source()),
                article.language(),
                article.text());
    }

    private static String hash(String... parts) {
        byte[] all = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What came of one capture. */
    private sealed interface Outcome {
        record Tagged(TaggedArticle article) implements Outcome {}

        /** Indexed with the document that it is the text of. */
        record PartOfAnother(long capture) implements Outcome {}

        record WithoutText(long capture, URI uri) implements Outcome {}

        record OutOfMemory(Capture capture, OutOfMemoryError cause) implements Outcome {}

        record Failed(
                IndexingReport.Failure failure, @Nullable Throwable cause) implements Outcome {}
    }

    private static final class Tally {
        private int indexed;
        private final List<Long> settled = new ArrayList<>();
        private final List<Versions.Entry> versions = new ArrayList<>();
        private final Map<ArticleId, Instant> firstSeen = new HashMap<>();
        private final List<URI> withoutText = new ArrayList<>();
        private final List<IndexingReport.Failure> failed = new ArrayList<>();

        IndexingReport report() {
            return new IndexingReport(indexed, withoutText, failed);
        }
    }
}
