package org.onrecord.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. Ordinary answers are values; a fetch never throws for what the network does. */
public sealed interface FetchOutcome {
    /** The server sent a page (status 200). */
    record Fetched(Page page) implements FetchOutcome {
        public Fetched {
            requireNonNull(page, "page");
        }
    }

    /** The server says that the page has not changed (status 304). */
    record NotModified() implements FetchOutcome {}

    /**
     * We may not or will not ask: robots.txt, an address that is not public, a scheme that is not HTTP.
     *
     * @param reason which rule, in words for the report
     */
    record Refused(String reason) implements FetchOutcome {
        public Refused {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * It did not work this time.
     *
     * @param reason what happened, in words for the report: "status 503", "no answer within 30 s"
     * @param outlook whether asking again is worth it
     * @param retryAfter how long the server asked us to wait; null when it did not say
     */
    record Failed(String reason, Outlook outlook, @Nullable Duration retryAfter) implements FetchOutcome {
        public Failed {
            requireNonNull(reason, "reason");
            requireNonNull(outlook, "outlook");
        }
    }

    /** Whether asking again is worth it after a failure. */
    enum Outlook {
        /** We did not ask: the host wants a pause, or is busy with other requests of ours. */
        NOT_ASKED,
        /** The trouble may pass. */
        PASSING,
        /** There is no such page (status 404); some come later than they are announced. */
        MISSING,
        /** It will stay so (status 410, a page that is too large). */
        FINAL
    }
}
