package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.onrecord.article.ArticleId;

/**
 * A message to a webhook about an article.
 *
 * @param id the same at every try, so that the receiver knows a repetition
 * @param webhook the number of the webhook
 * @param body what is sent, byte for byte
 * @param attempts how often it was tried
 * @param createdAt when it was put into the outbox
 */
public record WebhookMessage(String id, long webhook, ArticleId article, String body, int attempts, Instant createdAt) {
    public WebhookMessage {
        requireNonNull(id, "id");
        requireNonNull(article, "article");
        requireNonNull(body, "body");
        requireNonNull(createdAt, "createdAt");
    }
}
