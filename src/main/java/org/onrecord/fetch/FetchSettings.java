package org.onrecord.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.AddressRange;
import org.onrecord.config.Section;

/**
 * How politely and how carefully pages are fetched.
 *
 * @param contact a page or mailto address for the people whose servers we ask, sent in the user agent; null for none
 * @param delay the least time between the starts of two requests to a host
 * @param longestWait how long a request waits for its turn at a host before it gives up for this time
 * @param connectTimeout how long a look-up of a name, and a connection to one address, may take
 * @param totalTimeout how long one page may take from the start of its request to the last byte, redirects included,
 *     waiting for turns not included
 * @param longestRetryAfter what a longer wait that a server asks for (Retry-After, Crawl-delay) is cut to
 * @param maxBody bytes of a body as it is sent
 * @param maxExpandedBody bytes of a body after its content codings are undone
 * @param maxHeaders bytes of all headers of an answer together
 * @param maxRequests requests for one page, those that redirects lead to included
 * @param robotsMaxAge how long a robots.txt is used before it is fetched again
 * @param maxRobots bytes of a robots.txt that count; the rest is not read
 * @param allowed addresses that may be asked although they are not public, on any port
 */
public record FetchSettings(
        @Nullable URI contact,
        Duration delay,
        Duration longestWait,
        Duration connectTimeout,
        Duration totalTimeout,
        Duration longestRetryAfter,
        int maxBody,
        int maxExpandedBody,
        int maxHeaders,
        int maxRequests,
        Duration robotsMaxAge,
        int maxRobots,
        List<AddressRange> allowed) {
    private static final int LARGEST_BODY = 1 << 30;

    public static final FetchSettings DEFAULT = new FetchSettings(
            null,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofHours(24),
            15_000_000,
            60_000_000,
            64 * 1024,
            10,
            Duration.ofHours(6),
            500 * 1024,
            List.of());

    public FetchSettings {
        if (contact != null && !contact.isAbsolute()) {
            throw new IllegalArgumentException("contact is an absolute address, not " + contact);
        }
        atLeast("delay", delay, Duration.ZERO);
        atLeast("longestWait", longestWait, Duration.ZERO);
        atLeast("connectTimeout", connectTimeout, Duration.ofMillis(1));
        atLeast("totalTimeout", totalTimeout, Duration.ofMillis(1));
        atLeast("longestRetryAfter", longestRetryAfter, Duration.ofSeconds(1));
        atLeast("robotsMaxAge", robotsMaxAge, Duration.ZERO);
        atLeast("maxBody", maxBody, 1);
        atLeast("maxExpandedBody", maxExpandedBody, maxBody);
        atLeast("maxHeaders", maxHeaders, 1024);
        atLeast("maxRequests", maxRequests, 1);
        atLeast("maxRobots", maxRobots, 500 * 1024); // RFC 9309, 2.5
        allowed = List.copyOf(allowed);
    }

    /** Reads the section {@code fetch} of {@code onrecord.yaml}. */
    public static FetchSettings read(Section section) {
        Optional<URI> contact = section.convert("contact", FetchSettings::contact, Optional.empty());
        int page = size(section, "pageSize", 1, DEFAULT.maxBody());
        int expanded = size(section, "expandedSize", page, Math.max(page, DEFAULT.maxExpandedBody()));
        try {
            return new FetchSettings(
                    contact.orElse(null),
                    section.duration("hostDelay", DEFAULT.delay()),
                    DEFAULT.longestWait(),
                    DEFAULT.connectTimeout(),
                    section.duration("timeout", DEFAULT.totalTimeout()),
                    DEFAULT.longestRetryAfter(),
                    page,
                    expanded,
                    DEFAULT.maxHeaders(),
                    DEFAULT.maxRequests(),
                    DEFAULT.robotsMaxAge(),
                    DEFAULT.maxRobots(),
                    section.values("privateNetworks", AddressRange::new));
        } catch (IllegalArgumentException e) {
            section.problem(String.valueOf(e.getMessage()));
            return DEFAULT;
        }
    }

    /** A page or a mail address; a mail address may stand without its scheme. */
    private static Optional<URI> contact(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.contains("@") && !text.contains(":") ? "mailto:" + text : text);
        if (!uri.isAbsolute()) {
            throw new IllegalArgumentException(
                    "allowed is an address such as https://example.org/research or ada@example.org");
        }
        return Optional.of(uri);
    }

    private static int size(Section section, String key, int least, int otherwise) {
        return Math.toIntExact(section.bytes(key, least, LARGEST_BODY, otherwise));
    }

    /** The same with other addresses that may be asked although they are not public. */
    public FetchSettings withAllowed(List<AddressRange> others) {
        return new FetchSettings(
                contact,
                delay,
                longestWait,
                connectTimeout,
                totalTimeout,
                longestRetryAfter,
                maxBody,
                maxExpandedBody,
                maxHeaders,
                maxRequests,
                robotsMaxAge,
                maxRobots,
                others);
    }

    /** The same with another time between requests to a host. */
    public FetchSettings withDelay(Duration other) {
        return new FetchSettings(
                contact,
                other,
                longestWait,
                connectTimeout,
                totalTimeout,
                longestRetryAfter,
                maxBody,
                maxExpandedBody,
                maxHeaders,
                maxRequests,
                robotsMaxAge,
                maxRobots,
                allowed);
    }

    private static void atLeast(String name, Duration value, Duration least) {
        requireNonNull(value, name);
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
        }
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
        }
    }
}
