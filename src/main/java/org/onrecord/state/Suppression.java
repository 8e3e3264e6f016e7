package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An address that gets no mail, though it is a subscriber.
 *
 * @param address the mail address as subscribers have it
 * @param digest the id of the digest that it does not get; {@link #ALL} for every one
 * @param kind who wanted it so
 * @param reason in words for people: how somebody unsubscribed, what a server said
 * @param since from when on
 */
public record Suppression(String address, String digest, Kind kind, String reason, Instant since) {
    /** Stands for every digest. */
    public static final String ALL = "";

    /** Who wanted it so. */
    public enum Kind {
        /** The reader, or somebody at the command line for the reader. */
        UNSUBSCRIBED,
        /** A mail server, which said that it will never take mail for the address. */
        REFUSED,
        /** The program, because an alert brought far more than is wanted. */
        PAUSED
    }

    public Suppression {
        requireNonNull(address, "address");
        requireNonNull(digest, "digest");
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        requireNonNull(since, "since");
    }

    /** "unsubscribed 2026-11-20 by the link in a mail". */
    public String inWords() {
        String day = LocalDate.ofInstant(since, ZoneOffset.UTC).toString();
        return switch (kind) {
            case UNSUBSCRIBED -> "unsubscribed " + day + " " + reason;
            case REFUSED -> "suspended " + day + ", because its server refuses it: " + reason;
            case PAUSED -> "paused " + day + ", because " + reason;
        };
    }
}
