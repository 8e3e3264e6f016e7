package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.PolicyEvent;

/**
 * A policy event that answers a query.
 *
 * @param article where it is reported
 * @param event the event, its trigger in the article's text
 * @param evidence the sentence around the trigger, the trigger marked
 */
public record EventHit(ArticleRef article, PolicyEvent event, Snippet evidence) {
    public EventHit {
        requireNonNull(article, "article");
        requireNonNull(event, "event");
        requireNonNull(evidence, "evidence");
    }
}
