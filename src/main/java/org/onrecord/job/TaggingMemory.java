package org.onrecord.job;

import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;
import org.onrecord.hash.Sha256;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.state.Taggings;
import org.onrecord.tag.Tagger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tagger that remembers what it made of each text. A kept tagging that cannot be had costs time, nothing else. */
final class TaggingMemory {
    private static final Logger LOG = LoggerFactory.getLogger(TaggingMemory.class);

    private final Tagger tagger;
    private final Taggings taggings;

    TaggingMemory(Tagger tagger, Taggings taggings) {
        this.tagger = tagger;
        this.taggings = taggings;
    }

    TaggedArticle tag(Article article) {
        String key = keyOf(article);
        return kept(article, key).orElseGet(() -> {
            TaggedArticle tagged = tagger.tag(article);
            keep(key, tagged);
            return tagged;
        });
    }

    /** What the same tagger made of the same text before. */
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
        return Sha256.hex(String.join(
                "\0",
                article.title(),
                String.valueOf(article.published()),
                String.valueOf(article.source()),
                article.language(),
                article.text()));
    }
}
