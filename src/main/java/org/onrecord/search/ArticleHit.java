package org.onrecord.search;

import static java.util.Objects.requireNonNull;

/**
 * An article that answers a query.
 *
 * @param article which
 * @param score how well it answers; comparable within one answer only
 * @param passage the words that match, or the article's beginning
 * @param story the story it belongs to; {@code story:} in a query narrows by it
 * @param copies how many other articles of the index have nearly the same text
 * @param told how many others of the story tell it in other words
 */
public record ArticleHit(ArticleRef article, float score, Snippet passage, String story, int copies, int told) {
    public ArticleHit {
        requireNonNull(article, "article");
        requireNonNull(passage, "passage");
        requireNonNull(story, "story");
    }
}
