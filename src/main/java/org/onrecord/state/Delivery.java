package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A mail that waits for the server, or that the server has answered.
 *
 * @param messageId its Message-ID without angle brackets
 * @param digest the digest's id
 * @param subscriber the recipient's address
 * @param window the scheduled moment
 * @param message the whole message as it goes over the wire; not copied, and not to be changed
 * @param attempts how often it was handed over
 */
@SuppressWarnings("ArrayRecordComponent") // a message that nobody changes; identity is the Message-ID
public record Delivery(
        String messageId, String digest, String subscriber, Instant window, byte[] message, int attempts) {
    public Delivery {
        requireNonNull(messageId, "messageId");
        requireNonNull(digest, "digest");
        requireNonNull(subscriber, "subscriber");
        requireNonNull(window, "window");
        requireNonNull(message, "message");
    }
}
