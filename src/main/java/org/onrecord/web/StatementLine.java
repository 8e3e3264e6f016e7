package org.onrecord.web;

import org.onrecord.search.StatementHit;

/** A statement among the answers, with the article it stands in. */
record StatementLine(StatementCard statement, ArticleLine article) {
    static StatementLine of(StatementHit hit, Labels labels) {
        return new StatementLine(StatementCard.of(hit, labels), ArticleLine.of(hit.article(), labels));
    }
}
