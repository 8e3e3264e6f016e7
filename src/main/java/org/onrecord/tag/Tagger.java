package org.onrecord.tag;

import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;

/** Finds names, statements, events and figures in articles. Safe for use by many threads at once. */
public interface Tagger {
    /** Tags one article. The result depends on the article, the registry and {@link #version()} alone. */
    TaggedArticle tag(Article article);

    /** Changes whenever rules, models or registry change so that the same text might be tagged differently. */
    String version();
}
