package org.onrecord.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.state.Capture;

/** Extracts and tags captures, several at once; one bad page does not stop the others. */
final class CaptureTagging implements AutoCloseable {
    private final CapturedArticles articles;
    private final TaggingMemory tagger;
    private final Corrections corrections;
    private final ExecutorService workers;

    /**
     * @param corrections what people corrected, which takes the place of what the tagger finds
     * @param threads how many captures are worked on at once
     */
    CaptureTagging(CapturedArticles articles, TaggingMemory tagger, Corrections corrections, int threads) {
        this.articles = articles;
        this.tagger = tagger;
        this.corrections = corrections;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("indexing-", 0).daemon().factory());
    }

    /** Outcomes in the order of the captures, so that the newest version of an article is written last. */
    List<TaggingOutcome> tagAll(List<Capture> batch) {
        List<Future<TaggingOutcome>> running = batch.stream()
                .map(capture -> workers.submit(() -> tag(capture)))
                .toList();
        List<TaggingOutcome> outcomes = new ArrayList<>(batch.size());
        for (Future<TaggingOutcome> one : running) {
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
                outcome -> outcome instanceof TaggingOutcome.OutOfMemory failed ? tagAlone(failed.capture()) : outcome);
        return outcomes;
    }

    private TaggingOutcome tagAlone(Capture capture) {
        return switch (tag(capture)) {
            case TaggingOutcome.OutOfMemory again ->
                new TaggingOutcome.Failed(
                        new IndexingReport.Failure(
                                capture.number(), capture.uri(), "there is not enough memory for it"),
                        again.cause());
            case TaggingOutcome other -> other;
        };
    }

    /** Whatever a page provokes becomes an outcome. */
    private TaggingOutcome tag(Capture capture) {
        if (FederalRegisterDocument.isFullText(capture.uri())) {
            return new TaggingOutcome.PartOfAnother(capture.number());
        }
        try {
            Optional<Article> article = articles.of(capture);
            return article.isEmpty()
                    ? new TaggingOutcome.WithoutText(capture.number(), capture.uri())
                    : new TaggingOutcome.Tagged(corrections.apply(tag(capture, article.get())));
        } catch (OutOfMemoryError e) {
            return new TaggingOutcome.OutOfMemory(capture, e);
        } catch (RuntimeException | StackOverflowError e) {
            return TaggingOutcome.Failed.of(capture.number(), capture.uri(), e);
        }
    }

    private TaggedArticle tag(Capture capture, Article article) {
        return articles.registerDocument(capture)
                .map(document -> RegisterEvents.add(tagger.tag(article), document))
                .orElseGet(() -> tagger.tag(article));
    }

    @Override
    public void close() {
        workers.close();
    }
}
