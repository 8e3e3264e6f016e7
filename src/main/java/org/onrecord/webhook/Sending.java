package org.onrecord.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.fetch.Post;
import org.onrecord.fetch.Poster;
import org.onrecord.state.Webhook;
import org.onrecord.state.WebhookMessage;
import org.onrecord.state.WebhookRows;

/** Sends what is in the outbox, each webhook's messages in order, those of different ones at the same time. */
final class Sending {
    /** After each failure; forty-eight hours together. Then a message is given up, and the webhook switched off. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(24),
            Duration.ofMinutes(90),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(14),
            Duration.ofHours(20));

    private static final int GONE = 410;
    private static final int BATCH = 500;

    private final WebhookRows rows;
    private final Poster poster;
    private final Clock clock;

    Sending(WebhookRows rows, Poster poster, Clock clock) {
        this.rows = rows;
        this.poster = poster;
        this.clock = clock;
    }

    /** Tries what is due. After a failure, a webhook's other messages wait as long as that one. */
    void run() {
        Map<Long, List<WebhookMessage>> byWebhook =
                rows.due(clock.instant(), BATCH).stream().collect(Collectors.groupingBy(WebhookMessage::webhook));
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            byWebhook.forEach((number, messages) ->
                    rows.find(number).ifPresent(webhook -> senders.execute(() -> sendAll(webhook, messages))));
        }
    }

    /** Sends a body once; what went wrong, if anything. */
    Optional<Failure> send(Webhook webhook, String id, String body) {
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(now.getEpochSecond()),
                "webhook-signature",
                Signature.of(webhook.secret(), id, now, body));
        return switch (poster.post(webhook.url(), headers, body.getBytes(StandardCharsets.UTF_8))) {
            case Post.Answered answered -> {
                boolean taken = answered.status() >= 200 && answered.status() < 300;
                yield taken
                        ? Optional.empty()
                        : Optional.of(new Failure(
                                "status " + answered.status(), answered.status() == GONE, answered.retryAfter()));
            }
            case Post.Failed failed -> Optional.of(new Failure(failed.reason(), false, null));
        };
    }

    /**
     * Why a message was not taken.
     *
     * @param forEver whether the receiver wants no more of them
     * @param retryAfter how long it wants to be left alone; null when it does not say
     */
    record Failure(String reason, boolean forEver, @Nullable Duration retryAfter) {}

    private void sendAll(Webhook webhook, List<WebhookMessage> messages) {
        for (WebhookMessage message : messages) {
            Optional<Failure> failure = send(webhook, message.id(), message.body());
            if (failure.isPresent()) {
                failed(webhook, message, failure.get());
                return;
            }
            rows.sent(message, "taken");
        }
    }

    private void failed(Webhook webhook, WebhookMessage message, Failure failure) {
        Instant now = clock.instant();
        if (failure.forEver()) {
            rows.failed(message, failure.reason(), null, now);
            rows.disable(webhook.number(), "the receiver wants no more messages (status 410)", now);
            return;
        }
        boolean giveUp = message.attempts() >= PAUSES.size();
        rows.failed(message, failure.reason(), giveUp ? null : now.plus(pause(message, failure)), now);
        if (giveUp) {
            rows.disable(
                    webhook.number(),
                    "a message was refused " + (message.attempts() + 1) + " times in two days, at last by "
                            + failure.reason(),
                    now);
        }
    }

    private static Duration pause(WebhookMessage message, Failure failure) {
        Duration pause = PAUSES.get(message.attempts());
        return failure.retryAfter() != null && failure.retryAfter().compareTo(pause) > 0 ? failure.retryAfter() : pause;
    }
}
