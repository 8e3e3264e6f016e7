package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Position;
import org.onrecord.article.Span;

/**
 * A statement that takes a side, as the ledger counts it: where it stands, but not its words; {@link
 * ArticleSearch#statementsAt} has these.
 *
 * @param article where it stands
 * @param place its content in the article's text
 * @param day when the article was published at its publisher's place, or fetched when it says nothing
 * @param dated whether {@code day} is that of publication
 * @param side {@link Position#FOR} or {@link Position#AGAINST}
 * @param chance that the side was read right, from 0 to 1
 * @param wording the same for statements in the same words, whatever their letter case
 */
public record SideTaken(
        ArticleId article, Span place, LocalDate day, boolean dated, Position side, double chance, long wording) {
    public SideTaken {
        requireNonNull(article, "article");
        requireNonNull(place, "place");
        requireNonNull(day, "day");
        if (side == Position.NONE) {
            throw new IllegalArgumentException("no side is taken in " + article + " at " + place);
        }
    }
}
