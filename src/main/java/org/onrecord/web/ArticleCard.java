package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleHit;

/**
 * An article among the answers.
 *
 * @param article its line
 * @param passage the words that match
 * @param copies how many other articles have nearly the same text, for people; null for none
 * @param storyHref the search that lists them all
 */
record ArticleCard(
        ArticleLine article, List<Piece> passage, @Nullable String copies, String storyHref) {
    ArticleCard {
        passage = List.copyOf(passage);
    }

    static ArticleCard of(ArticleHit hit, Labels labels) {
        return new ArticleCard(
                ArticleLine.of(hit.article(), labels),
                Piece.of(hit.passage()),
                switch (hit.copies()) {
                    case 0 -> null;
                    case 1 -> "1 copy";
                    default -> hit.copies() + " copies";
                },
                "/?sort=date&q=" + Links.value(QueryText.term("story", hit.story())));
    }
}
