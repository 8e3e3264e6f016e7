package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Figure;
import org.onrecord.article.Speaker;

/**
 * A figure that answers a query.
 *
 * @param article where it stands
 * @param figure the figure, its passage in the article's text
 * @param evidence the sentence around it, its words marked
 * @param speaker who states it; null when the article itself does
 * @param places the countries and regions that its sentence names, by id or as written: hints of what it covers
 */
public record FigureHit(
        ArticleRef article,
        Figure figure,
        Snippet evidence,
        @Nullable Speaker speaker,
        Set<String> places) {
    public FigureHit {
        requireNonNull(article, "article");
        requireNonNull(figure, "figure");
        requireNonNull(evidence, "evidence");
        places = Set.copyOf(places);
    }
}
