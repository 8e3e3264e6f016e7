package org.onrecord.job;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.hash.Sha256;
import org.onrecord.index.ArticleIndex;
import org.onrecord.state.PassedOver;
import org.onrecord.state.StateStore;
import org.onrecord.state.Versions;
import org.onrecord.watch.Watch;
import org.onrecord.watch.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of {@link Indexing}: writes what was tagged into the index, shows it to the watch, and counts. */
final class IndexingRun {
    private static final Logger LOG = LoggerFactory.getLogger(IndexingRun.class);

    private final PassedOver passedOver;
    private final Versions versions;
    private final ArticleIndex index;
    private final Watch watch;
    private final Clock clock;

    private final List<Versions.Entry> newVersions = new ArrayList<>();
    private final Map<ArticleId, Instant> firstSeen = new HashMap<>();
    private final List<Long> settled = new ArrayList<>();

    private int indexed;
    private final List<URI> withoutText = new ArrayList<>();
    private final List<IndexingReport.Failure> failed = new ArrayList<>();

    IndexingRun(StateStore state, ArticleIndex index, Watch watch, Clock clock) {
        this.passedOver = state.passedOver();
        this.versions = state.versions();
        this.index = index;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Writes outcomes into the index, which shows them from then on but may lose them until {@link #commit}.
     *
     * @param done the number of the last capture that was taken or passed over with these
     */
    void take(List<TaggingOutcome> outcomes, long done) {
        watch.begin();
        outcomes.forEach(this::take);
        versions.record(newVersions);
        watch.write(done);
        newVersions.clear();
        firstSeen.clear();
        index.refresh();
    }

    /** As {@link #take}, but an old capture does not take the place of a newer one of the same article. */
    void takeUnlessReplaced(List<TaggingOutcome> outcomes, long done) {
        List<TaggingOutcome> newest = new ArrayList<>(outcomes);
        newest.removeIf(this::isReplaced);
        take(newest, done);
    }

    private boolean isReplaced(TaggingOutcome outcome) {
        if (outcome instanceof TaggingOutcome.Tagged tagged) {
            Article article = tagged.article().article();
            if (versions.newest(article.id()) > article.capture()) {
                settled.add(article.capture());
                return true;
            }
        }
        return false;
    }

    /** Makes all durable. Captures that were passed over are forgotten as such only when their articles are. */
    void commit(long done) {
        index.commit(done);
        passedOver.remove(settled);
        settled.clear();
    }

    IndexingReport report() {
        return new IndexingReport(indexed, withoutText, failed);
    }

    private void take(TaggingOutcome outcome) {
        switch (outcome) {
            case TaggingOutcome.Tagged tagged -> add(tagged.article());
            case TaggingOutcome.PartOfAnother part -> settled.add(part.capture());
            case TaggingOutcome.WithoutText nothing -> {
                withoutText.add(nothing.uri());
                settled.add(nothing.capture());
            }
            case TaggingOutcome.Failed one -> fail(one);
            case TaggingOutcome.OutOfMemory one -> throw new IllegalStateException("tried alone before", one.cause());
        }
    }

    /** What the index refuses for its content is one bad article; what it refuses for itself stops the indexing. */
    private void add(TaggedArticle tagged) {
        Article article = tagged.article();
        try {
            TaggedArticle whole = tagged.withArticle(article.withFirstSeenAt(firstSeen(article)));
            List<Watcher> waiting = watch.compare(whole);
            index.add(whole);
            watch.keep(article.id(), waiting);
            indexed++;
            settled.add(article.capture());
            newVersions.add(new Versions.Entry(
                    article.id(), article.capture(), Sha256.hex(article.title() + "\0" + article.text())));
        } catch (IllegalArgumentException e) {
            URI uri = article.url() == null ? URI.create("urn:onrecord:" + article.id()) : article.url();
            fail(TaggingOutcome.Failed.of(article.capture(), uri, e));
        }
    }

    /** Captures of the same batch count too, whose versions are not written down yet. */
    private Instant firstSeen(Article article) {
        Instant first = versions.firstSeen(article.id()).orElse(article.fetchedAt());
        return firstSeen.merge(article.id(), earlier(first, article.fetchedAt()), IndexingRun::earlier);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void fail(TaggingOutcome.Failed one) {
        IndexingReport.Failure failure = one.failure();
        passedOver.add(failure.capture(), failure.reason(), clock.instant());
        LOG.atWarn()
                .addKeyValue("capture", failure.capture())
                .addKeyValue("url", failure.uri())
                .setCause(one.cause())
                .log("cannot index a capture");
        failed.add(failure);
    }
}
