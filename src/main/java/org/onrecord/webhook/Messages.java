package org.onrecord.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onrecord.article.ArticleId;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.state.Matches;
import org.onrecord.state.Webhook;
import org.onrecord.state.WebhookMessage;
import org.onrecord.state.WebhookRows;

/** Turns what matched for webhooks into messages in their outbox. */
final class Messages {
    private static final int BATCH = 200;

    private final WebhookRows rows;
    private final Matches matches;
    private final ArticleSearch search;
    private final Clock clock;

    Messages(WebhookRows rows, Matches matches, ArticleSearch search, Clock clock) {
        this.rows = rows;
        this.matches = matches;
        this.search = search;
        this.clock = clock;
    }

    /** The id under which a webhook waits for articles. */
    static String watcher(long number) {
        return "webhook:" + number;
    }

    /** How many messages are new. */
    int write() {
        int added = 0;
        for (Webhook webhook : rows.all()) {
            if (webhook.disabledAt() == null) {
                added += write(webhook);
            }
        }
        return added;
    }

    /** What was put into the outbox and not noted as told, as after a crash, is not put there again. */
    private int write(Webhook webhook) {
        String watcher = watcher(webhook.number());
        List<ArticleId> waiting = matches.untold(watcher, BATCH).stream()
                .map(Matches.Untold::article)
                .toList();
        if (waiting.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<ArticleHit> hits = search.matched(webhook.query(), waiting);
        int added = rows.enqueue(hits.reversed().stream()
                .map(hit -> new WebhookMessage(
                        "msg_" + UUID.randomUUID().toString().replace("-", ""),
                        webhook.number(),
                        hit.article().id(),
                        MessageBody.matched(webhook, hit, now),
                        0,
                        now))
                .toList());
        matches.told(watcher, hits.stream().map(hit -> hit.article().id()).toList(), now);
        return added;
    }
}
