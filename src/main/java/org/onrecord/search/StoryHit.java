package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A story that answers a query: articles with nearly the same text, such as the copies of one wire report.
 *
 * @param story its name; {@code story:} in a query narrows by it
 * @param total how many articles of the index it has, whether or not they all answer the query
 * @param articles the earliest of them, earliest first; at least one, at most {@value #MOST_ARTICLES}
 * @param passage of the article that answers best, the words that match, or its beginning
 */
public record StoryHit(String story, int total, List<ArticleRef> articles, Snippet passage) {
    static final int MOST_ARTICLES = 100;

    public StoryHit {
        requireNonNull(story, "story");
        articles = List.copyOf(articles);
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("a story has an article: " + story);
        }
        requireNonNull(passage, "passage");
    }
}
