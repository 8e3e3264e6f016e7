package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.Statement;

/**
 * A statement that answers a query.
 *
 * @param article where it stands
 * @param statement the statement, its spans in the article's text
 * @param evidence the sentence or sentences around it, its content marked
 * @param before the sentence before these; empty at the beginning of a paragraph
 * @param after the sentence after these; empty at the end of a paragraph
 */
public record StatementHit(ArticleRef article, Statement statement, Snippet evidence, String before, String after) {
    public StatementHit {
        requireNonNull(article, "article");
        requireNonNull(statement, "statement");
        requireNonNull(evidence, "evidence");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** One that stands alone. */
    public StatementHit(ArticleRef article, Statement statement, Snippet evidence) {
        this(article, statement, evidence, "", "");
    }
}
