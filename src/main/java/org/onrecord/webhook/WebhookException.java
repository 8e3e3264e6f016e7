package org.onrecord.webhook;

/** A webhook that cannot be had as it was asked for; the message says why. */
public final class WebhookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WebhookException(String message) {
        super(message);
    }
}
