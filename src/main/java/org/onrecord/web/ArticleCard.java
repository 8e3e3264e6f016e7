package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleHit;

/**
 * An article among the answers.
 *
 * @param article its line
 * @param passage the words that match
 * @param others how many other articles have nearly the same text or tell the same story, for people; null for none
 * @param storyHref the search that lists them all
 */
record ArticleCard(
        ArticleLine article, List<Piece> passage, @Nullable String others, String storyHref) {
    ArticleCard {
        passage = List.copyOf(passage);
    }

    static ArticleCard of(ArticleHit hit, Labels labels) {
        return new ArticleCard(
                ArticleLine.of(hit.article(), labels),
                Piece.of(hit.passage()),
                others(hit),
                "/?sort=date&q=" + Links.value(QueryText.term("story", hit.story())));
    }

    private static @Nullable String others(ArticleHit hit) {
        String copies = hit.copies() == 0 ? "" : hit.copies() == 1 ? "1 copy" : hit.copies() + " copies";
        String told = hit.told() == 0 ? "" : Labels.count(hit.told(), "article") + " on the same story";
        if (copies.isEmpty() && told.isEmpty()) {
            return null;
        }
        return copies.isEmpty() || told.isEmpty() ? copies + told : copies + " and " + told;
    }
}
