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

    /** How many sources have it, among the articles listed. */
    public long sources() {
        return articles.stream()
                .map(article -> String.valueOf(article.source()))
                .distinct()
                .count();
    }

    /** The same in words: "5 copies of one text in 3 sources". */
    public String spread() {
        return total + " copies of one text in " + sources() + (sources() == 1 ? " source" : " sources");
    }

    public StoryHit {
        requireNonNull(story, "story");
        articles = List.copyOf(articles);
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("a story has an article: " + story);
        }
        requireNonNull(passage, "passage");
    }
}
