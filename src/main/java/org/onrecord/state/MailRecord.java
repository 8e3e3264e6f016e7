package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mail.
 *
 * @param messageId its Message-ID without angle brackets
 * @param digest the digest's id
 * @param subscriber the recipient's address
 * @param window the scheduled moment
 * @param status what is known of it
 * @param attempts how often it was handed over
 * @param nextAttemptAt when it is tried next; null for never
 * @param reply what the server said last; empty before it was asked
 * @param answeredAt when the server said that; null before
 * @param unknownAt when an answer was lost last, so that it may have arrived then, and once more later; null for never
 */
public record MailRecord(
        String messageId,
        String digest,
        String subscriber,
        Instant window,
        Status status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        String reply,
        @Nullable Instant answeredAt,
        @Nullable Instant unknownAt) {
    /** What is known of a mail. */
    public enum Status {
        /** No server has it. */
        WAITING,
        /** A server has taken it. */
        SENT,
        /** A server may have taken it: its answer was lost. */
        UNKNOWN,
        /** No server has taken it, and it is not tried again. */
        NOT_SENT
    }

    public MailRecord {
        requireNonNull(messageId, "messageId");
        requireNonNull(digest, "digest");
        requireNonNull(subscriber, "subscriber");
        requireNonNull(window, "window");
        requireNonNull(status, "status");
        requireNonNull(reply, "reply");
    }
}
