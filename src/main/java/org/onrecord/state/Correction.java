package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Passage;
import org.onrecord.article.Verdict;

/**
 * A person's correction of the tag of one statement.
 *
 * @param number its identity; later ones have higher numbers
 * @param article the article that the statement stands in
 * @param content the statement's words, where they stood when it was made
 * @param source the words that name the speaker there, which tell statements of the same words apart; empty for none
 * @param verdict what is right
 * @param note why, for other people; may be empty
 * @param madeAt when it was made
 * @param withdrawnAt when it was taken back; null while it holds
 */
public record Correction(
        long number,
        ArticleId article,
        Passage content,
        String source,
        Verdict verdict,
        String note,
        Instant madeAt,
        @Nullable Instant withdrawnAt) {
    public Correction {
        requireNonNull(article, "article");
        requireNonNull(content, "content");
        requireNonNull(source, "source");
        requireNonNull(verdict, "verdict");
        requireNonNull(note, "note");
        requireNonNull(madeAt, "madeAt");
    }
}
