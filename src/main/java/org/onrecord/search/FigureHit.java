package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.Figure;

/**
 * A figure that answers a query.
 *
 * @param article where it stands
 * @param figure the figure, its passage in the article's text
 * @param evidence the sentence around it, its words marked
 */
public record FigureHit(ArticleRef article, Figure figure, Snippet evidence) {
    public FigureHit {
        requireNonNull(article, "article");
        requireNonNull(figure, "figure");
        requireNonNull(evidence, "evidence");
    }
}
