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

        /**
         * It will never take this message.
         *
         * @param because what it does not want
         */
        record Rejected(String reply, Because because) implements Answer {
            public Rejected {
                requireNonNull(reply, "reply");
                requireNonNull(because, "because");
            }

            /** What the receiving side does not want. */
            public enum Because {
                /** Anything for this address: there is nobody. */
                NO_MAILBOX,
                /** Anything for this address from us. */
                NOT_ALLOWED,
                /** This message: its words or its size. */
                MESSAGE
            }
        }

        /** It had the whole message, and nobody heard whether it took it. */
        record Unknown(String reply) implements Answer {
            public Unknown {
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
     * Hands one message over, to one recipient. Never throws for what the receiving side does. May keep a connection open
     * for the next message, until {@link #hangUp}.
     *
     * @param messageId its Message-ID, the same in every try
     * @param recipient the address
     * @param message the whole message as it goes over the wire (RFC 5322)
     */
    Answer deliver(String messageId, String recipient, byte[] message);

    /** How many messages may be handed over at once, each by another thread. */
    default int atOnce() {
        return 1;
    }

    /** Closes what was kept open for further messages; the next one opens it again. */
    default void hangUp() {}

    /** Where messages go, in words for reports: a server, a folder. */
    String description();
}
