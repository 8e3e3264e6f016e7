package org.onrecord.web;

import java.util.List;
import org.onrecord.search.StoryHit;

/**
 * A story among the answers: one happening, and who told of it.
 *
 * @param earliest its earliest article
 * @param summary "5 articles in 4 sources, 3 copies of one text"; empty for a single article
 * @param others its other articles, earliest first, of which the first {@link #SHOWN}
 * @param more how many others there are beyond those
 * @param href the search that lists them all
 */
record StoryCard(
        ArticleLine earliest, String summary, List<Piece> passage, List<ArticleLine> others, int more, String href) {
    private static final int SHOWN = 5;

    StoryCard {
        passage = List.copyOf(passage);
        others = List.copyOf(others);
    }

    static StoryCard of(StoryHit hit, Labels labels) {
        List<ArticleLine> others = hit.articles().stream()
                .skip(1)
                .limit(SHOWN)
                .map(article -> ArticleLine.of(article, labels))
                .toList();
        return new StoryCard(
                ArticleLine.of(hit.articles().getFirst(), labels),
                hit.spread(),
                Piece.of(hit.passage()),
                others,
                hit.total() - 1 - others.size(),
                "/?sort=date&q=" + Links.value(QueryText.term("story", hit.story())));
    }
}
