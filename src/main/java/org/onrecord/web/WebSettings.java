package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.config.Section;

/**
 * Where the web page listens and how much it takes in.
 *
 * @param host the address to listen at
 * @param port the port; 0 for any free one
 * @param names names besides those of this machine under which browsers may ask, as behind a reverse proxy; lower case
 * @param proxy the reverse proxies whose words are believed
 * @param requestsPerMinute how often one caller may ask; people at this machine are not counted while nobody logs in
 * @param bodyLimit how many bytes a posted text may have
 * @param stopWithin how long requests under way may take when the server closes
 */
public record WebSettings(
        String host,
        int port,
        Set<String> names,
        ProxySettings proxy,
        int requestsPerMinute,
        int bodyLimit,
        Duration stopWithin) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LEAST_BODY = 1_024;
    private static final int LARGEST_BODY = 64 * 1_024 * 1_024;
    private static final int FEWEST_REQUESTS = 10;
    private static final int MOST_REQUESTS = 1_000_000;

    public WebSettings {
        requireNonNull(host, "host");
        requireNonNull(proxy, "proxy");
        requireNonNull(stopWithin, "stopWithin");
        Set<String> lowerCase = new TreeSet<>();
        names.forEach(name -> lowerCase.add(name.toLowerCase(Locale.ROOT)));
        names = Set.copyOf(lowerCase);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("web.port lies between 0 (any free port) and 65535, not " + port);
        }
        if (bodyLimit < LEAST_BODY || bodyLimit > LARGEST_BODY) {
            throw new IllegalArgumentException("web.bodyLimit lies between 1 KiB and 64 MiB, not " + bodyLimit);
        }
        if (stopWithin.isNegative() || stopWithin.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("web.stopWithin lies between 0 and 10 minutes, not " + stopWithin);
        }
        if (requestsPerMinute < FEWEST_REQUESTS || requestsPerMinute > MOST_REQUESTS) {
            throw new IllegalArgumentException(
                    "web.requestsPerMinute lies between 10 and 1000000, not " + requestsPerMinute);
        }
        isLoopback(host);
    }

    /** http://127.0.0.1:7171/, no proxy, 600 requests a minute, posts of up to 2 MiB, 10 seconds to finish. */
    public static WebSettings defaults() {
        return new WebSettings(
                "127.0.0.1", 7171, Set.of(), ProxySettings.NONE, 600, 2 * 1_024 * 1_024, Duration.ofSeconds(10));
    }

    /** Reads the section {@code web} of {@code onrecord.yaml}. */
    public static WebSettings read(Section section) {
        WebSettings defaults = defaults();
        try {
            return new WebSettings(
                    section.text("host", defaults.host()),
                    section.integer("port", 0, 65_535, defaults.port()),
                    Set.copyOf(section.texts("names")),
                    ProxySettings.read(section.section("proxy")),
                    section.integer("requestsPerMinute", FEWEST_REQUESTS, MOST_REQUESTS, defaults.requestsPerMinute()),
                    Math.toIntExact(section.bytes("bodyLimit", LEAST_BODY, LARGEST_BODY, defaults.bodyLimit())),
                    section.duration("stopWithin", defaults.stopWithin()));
        } catch (IllegalArgumentException e) {
            section.problem(String.valueOf(e.getMessage()));
            return defaults;
        }
    }

    /** The same at another port. */
    public WebSettings withPort(int newPort) {
        return new WebSettings(host, newPort, names, proxy, requestsPerMinute, bodyLimit, stopWithin);
    }

    /**
     * Whether requests under this name are answered.
     *
     * @param name of a host, in lower case, without a port
     */
    public boolean answersTo(String name) {
        // Beyond loopback the machine may have names that we cannot know; there names are checked only when listed.
        return names.contains(name) || (onLoopback() ? LOOPBACK_NAMES.contains(name) : names.isEmpty());
    }

    boolean onLoopback() {
        return isLoopback(host);
    }

    /** Whether nobody but programs of this machine can be meant to ask. */
    boolean onlyForThisMachine() {
        return onLoopback() && names.isEmpty();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("web.host is no address of this machine: " + host, e);
        }
    }
}
