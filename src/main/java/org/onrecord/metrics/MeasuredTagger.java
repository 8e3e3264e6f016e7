package org.onrecord.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.tag.Tagger;

/** Times each article. */
record MeasuredTagger(Tagger tagger, Timer timer) implements Tagger {
    @Override
    public TaggedArticle tag(Article article) {
        long start = System.nanoTime();
        try {
            return tagger.tag(article);
        } finally {
            timer.record(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public String version() {
        return tagger.version();
    }
}
