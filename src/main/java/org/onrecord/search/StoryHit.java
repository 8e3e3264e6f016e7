package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A story that answers a query: articles about the same happening, among them perhaps copies of one text, such as a wire
 * report.
 *
 * @param story its name; {@code story:} in a query narrows by it
 * @param total how many articles of the index it has, whether or not they all answer the query
 * @param articles the earliest of them, earliest first; at least one, at most {@value #MOST_ARTICLES}
 * @param copies how many of the articles listed have nearly the same text, of the text that has most; at least 1
 * @param passage of the article that answers best, the words that match, or its beginning
 */
public record StoryHit(String story, int total, List<ArticleRef> articles, int copies, Snippet passage) {
    static final int MOST_ARTICLES = 100;

    /** How many sources have it, among the articles listed. */
    public long sources() {
        return articles.stream()
                .map(article -> String.valueOf(article.source()))
                .distinct()
                .count();
    }

    /** The same in words: "5 articles in 4 sources, 3 copies of one text"; empty for a single article. */
    public String spread() {
        if (total == 1) {
            return "";
        }
        return total + " articles in " + sources() + (sources() == 1 ? " source" : " sources")
                + (copies > 1 ? ", " + copies + " copies of one text" : "");
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
