package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SourceId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.CanonicalUrl;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.fetch.Page;
import org.onrecord.index.ArticleIndex;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.Hints;
import org.onrecord.state.Taggings;
import org.onrecord.tag.Tagger;
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

    /** The scheme of addresses that stand for texts which a person handed in. */
    private static final String HANDED_IN = "urn";

    private final Captures captures;
    private final Taggings taggings;
    private final Archive archive;
    private final ArticleExtractor extractor;
    private final Tagger tagger;
    private final ArticleIndex index;
    private final Function<SourceId, Source.Reading> readings;
    private final ExecutorService workers;

    /**
     * @param readings how pages of a source are read
     * @param threads how many articles are extracted and tagged at once
     */
    public Indexing(
            Captures captures,
            Taggings taggings,
            Archive archive,
            ArticleExtractor extractor,
            Tagger tagger,
            ArticleIndex index,
            Function<SourceId, Source.Reading> readings,
            int threads) {
        this.captures = captures;
        this.taggings = taggings;
        this.archive = archive;
        this.extractor = extractor;
        this.tagger = tagger;
        this.index = index;
        this.readings = readings;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("indexing-", 0).daemon().factory());
    }

    /** Indexes every capture after the highest one that the index holds, and commits. One caller at a time. */
    public synchronized IndexingReport catchUp(IntakeListener listener) {
        long from = index.highestCapture();
        long total = captures.highest() - from;
        Tally tally = new Tally();
        long done = from;
        long committed = from;
        for (List<Capture> batch = captures.after(from, BATCH); !batch.isEmpty(); batch = captures.after(done, BATCH)) {
            tagAll(batch).forEach(outcome -> take(outcome, tally));
            index.refresh();
            done = batch.getLast().number();
            listener.indexed(done - from, total);
            if (done - committed >= COMMIT_AFTER) {
                index.commit(done);
                committed = done;
            }
        }
        if (done > committed) {
            index.commit(done);
        }
        return tally.report();
    }

    @Override
    public void close() {
        workers.close();
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
        return outcomes;
    }

    private void take(Outcome outcome, Tally tally) {
        switch (outcome) {
            case Outcome.Tagged tagged -> add(tagged.article(), tally);
            case Outcome.PartOfAnother part -> {
                // indexed with the document that it is the text of
            }
            case Outcome.WithoutText nothing -> tally.withoutText.add(nothing.uri());
            case Outcome.Failed failed -> fail(failed, tally);
        }
    }

    /** What the index refuses for its content is one bad article; what it refuses for itself stops the indexing. */
    private void add(TaggedArticle tagged, Tally tally) {
        try {
            index.add(tagged);
            tally.indexed++;
        } catch (IllegalArgumentException e) {
            Article article = tagged.article();
            URI uri = article.url() == null ? URI.create("urn:onrecord:" + article.id()) : article.url();
            fail(new Outcome.Failed(new IndexingReport.Failure(article.capture(), uri, reason(e)), e), tally);
        }
    }

    private static void fail(Outcome.Failed failed, Tally tally) {
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
            return new Outcome.PartOfAnother();
        }
        try {
            Optional<Article> article = article(capture);
            return article.isEmpty() ? new Outcome.WithoutText(capture.uri()) : new Outcome.Tagged(tag(article.get()));
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome.Failed(new IndexingReport.Failure(capture.number(), capture.uri(), reason(e)), e);
        }
    }

    /** The article of a capture. What the page does not say of itself, the source's words fill in. */
    private Optional<Article> article(Capture capture) {
        ExtractedArticle extracted = extract(capture);
        Hints hints = capture.hints();
        String text = extracted.text().isBlank() ? hints.summary() : extracted.text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI address = extracted.canonical() != null ? extracted.canonical() : capture.uri();
        boolean onTheWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        URI url = onTheWeb ? CanonicalUrl.of(address) : address;
        return Optional.of(new Article(
                ArticleId.of(url),
                onTheWeb ? url : null,
                capture.source(),
                extracted.title().isBlank() ? hints.title() : extracted.title(),
                extracted.authors(),
                extracted.published() != null ? extracted.published() : hints.published(),
                capture.fetchedAt(),
                extracted.language(),
                text,
                capture.number()));
    }

    /** A text that a person handed in is taken as it is; of a document that we cannot read, nothing is known. */
    private ExtractedArticle extract(Capture capture) {
        Page page = archive.read(capture);
        if (HANDED_IN.equals(capture.uri().getScheme())) {
            String text = new String(page.body(), StandardCharsets.UTF_8);
            return new ExtractedArticle("", List.of(), null, text, "und", null);
        }
        Optional<FederalRegisterDocument> document = FederalRegisterDocument.read(page);
        if (document.isPresent()) {
            return document.get().article(fullTextOf(document.get()).orElse(null));
        }
        try {
            return extractor.extract(page, readings.apply(capture.source()));
        } catch (ExtractException e) {
            LOG.atInfo().addKeyValue("url", capture.uri()).log("{}", e.getMessage());
            return new ExtractedArticle("", List.of(), null, "", "und", null);
        }
    }

    private Optional<Page> fullTextOf(FederalRegisterDocument document) {
        return Optional.ofNullable(document.fullText())
                .flatMap(captures::latest)
                .map(archive::read);
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
                    .map(tagged -> new TaggedArticle(
                            article, tagged.mentions(), tagged.statements(), tagged.events(), tagged.figures()));
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
        String all = String.join(
                "\u0000",
                article.title(),
                String.valueOf(article.published()),
                String.valueOf(article.source()),
                article.language(),
                article.text());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What came of one capture. */
    private sealed interface Outcome {
        record Tagged(TaggedArticle article) implements Outcome {}

        record PartOfAnother() implements Outcome {}

        record WithoutText(URI uri) implements Outcome {}

        record Failed(
                IndexingReport.Failure failure, @Nullable Throwable cause) implements Outcome {}
    }

    private static final class Tally {
        private int indexed;
        private final List<URI> withoutText = new ArrayList<>();
        private final List<IndexingReport.Failure> failed = new ArrayList<>();

        IndexingReport report() {
            return new IndexingReport(indexed, withoutText, failed);
        }
    }
}
