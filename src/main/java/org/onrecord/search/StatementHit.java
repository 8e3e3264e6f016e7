package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.Statement;

/**
 * A statement that answers a query.
 *
 * @param article where it stands
 * @param statement the statement, its spans in the article's text
 * @param evidence the sentence or sentences around it, its content marked
 */
public record StatementHit(ArticleRef article, Statement statement, Snippet evidence) {
    public StatementHit {
        requireNonNull(article, "article");
        requireNonNull(statement, "statement");
        requireNonNull(evidence, "evidence");
    }
}
