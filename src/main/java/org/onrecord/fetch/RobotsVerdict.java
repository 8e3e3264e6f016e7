package org.onrecord.fetch;

import java.time.Duration;

/** What robots.txt says of an address. */
sealed interface RobotsVerdict {
    /**
     * It may be asked for.
     *
     * @param crawlDelay the time that the host wants between pages; zero if it does not say
     */
    record Allowed(Duration crawlDelay) implements RobotsVerdict {}

    /** It may not be asked for. */
    record Forbidden() implements RobotsVerdict {}

    /** We will not even ask for the robots.txt of this host. */
    record HostRefused(String reason) implements RobotsVerdict {}

    /** The host wants a pause, so not even its robots.txt is asked for. */
    record Paused(String reason, Duration tryAgainAfter) implements RobotsVerdict {}

    /**
     * Nobody knows, so for now nothing may be asked for (RFC 9309, 2.3.1.4).
     *
     * @param tryAgainAfter how long until robots.txt is asked for again
     */
    record Unknown(String reason, Duration tryAgainAfter) implements RobotsVerdict {}
}
