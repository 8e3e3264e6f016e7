package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

/** A way out for digests; mail first. */
public interface Channel {
    /** What came of handing a message over. */
    sealed interface Answer {
        /** What the receiving side said, or why it could not be asked; one line. */
        String reply();

        /** The receiving side has taken responsibility for the message. */
        record Accepted(String reply) implements Answer {
            public Accepted {
                requireNonNull(reply, "reply");
            }
        }

        /** It did not take this message now; it may later. */
        record Postponed(String reply) implements Answer {
            public Postponed {
                requireNonNull(reply, "reply");
            }
        }

        /** It will never take this message. */
        record Rejected(String reply) implements Answer {
            public Rejected {
                requireNonNull(reply, "reply");
            }
        }

        /** It takes no message at all now, whichever: it is down, or refuses the login or the sender. */
        record Unavailable(String reply) implements Answer {
            public Unavailable {
                requireNonNull(reply, "reply");
            }
        }
    }

    /**
     * Hands one message over, to one recipient. Never throws for what the receiving side does.
     *
     * @param messageId its Message-ID, the same in every try
     * @param recipient the address
     * @param message the whole message as it goes over the wire (RFC 5322)
     */
    Answer deliver(String messageId, String recipient, byte[] message);

    /** Where messages go, in words for reports: a server, a folder. */
    String description();
}
