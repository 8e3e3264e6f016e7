package org.onrecord.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.onrecord.article.ArticleId;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.QueryException;
import org.onrecord.state.Versions;
import org.onrecord.state.Webhook;
import org.onrecord.state.WebhookMessage;
import org.onrecord.state.WebhookRows;

/** Asks each webhook's query of the articles that came since it was asked last, and puts messages into the outbox. */
final class Matching {
    private static final int BATCH = 200;

    private final WebhookRows rows;
    private final Versions versions;
    private final ArticleSearch search;
    private final LongSupplier highestIndexed;
    private final Clock clock;

    Matching(WebhookRows rows, Versions versions, ArticleSearch search, LongSupplier highestIndexed, Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.search = search;
        this.highestIndexed = highestIndexed;
        this.clock = clock;
    }

    /** How many messages are new. A webhook whose query has become wrong is switched off, and says why. */
    int run() {
        int added = 0;
        long highest = highestIndexed.getAsLong();
        for (Webhook webhook : rows.all()) {
            if (webhook.disabledAt() == null && webhook.lastCapture() < highest) {
                try {
                    added += match(webhook, highest);
                } catch (QueryException e) {
                    rows.disable(webhook.number(), "its query cannot be asked: " + e.getMessage(), clock.instant());
                }
            }
        }
        return added;
    }

    private int match(Webhook webhook, long highest) {
        int added = 0;
        long done = webhook.lastCapture();
        List<Versions.Entry> batch = versions.between(done, highest, BATCH);
        while (!batch.isEmpty()) {
            done = batch.getLast().capture();
            added += rows.enqueue(webhook.number(), messages(webhook, batch), done);
            batch = versions.between(done, highest, BATCH);
        }
        rows.enqueue(webhook.number(), List.of(), highest);
        return added;
    }

    private List<WebhookMessage> messages(Webhook webhook, List<Versions.Entry> batch) {
        Set<ArticleId> articles = batch.stream().map(Versions.Entry::article).collect(Collectors.toSet());
        Instant now = clock.instant();
        return search.articlesAmong(webhook.query(), articles).reversed().stream()
                .map(hit -> new WebhookMessage(
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        webhook.number(),
                        hit.article().id(),
                        MessageBody.matched(webhook, hit, now),
                        0,
                        now))
                .toList();
    }
}
