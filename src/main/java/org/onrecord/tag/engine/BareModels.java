package org.onrecord.tag.engine;

import org.onrecord.article.Article;

/**
 * The models of a tagger without its rules: what tagging costs at the least. For measuring alone. Keeps the models'
 * working state: one thread at a time.
 */
public interface BareModels {
    /**
     * Runs every model once over the article's text, as a plain loop would: no registry, no rules, no repairs.
     *
     * @return a number that depends on all results, so that no part of the work can be left out
     */
    int bare(Article article);
}
