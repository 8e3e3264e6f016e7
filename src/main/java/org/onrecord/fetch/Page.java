package org.onrecord.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a fetched page with what the server said of them.
 *
 * @param requested the address that was asked for
 * @param uri the address that answered, after redirects
 * @param status the HTTP status
 * @param headers response headers by name, any case; content codings are already undone and their headers dropped
 * @param body the decoded body; not copied, and not to be changed
 * @param fetchedAt when the answer was complete
 * @param protocol how it came: "HTTP/2", "HTTP/1.1"; null where nobody knows, as in files and archives
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that nobody changes; identity is never asked for
public record Page(
        URI requested,
        URI uri,
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        Instant fetchedAt,
        @Nullable String protocol) {
    public Page(URI requested, URI uri, int status, Map<String, List<String>> headers, byte[] body, Instant fetchedAt) {
        this(requested, uri, status, headers, body, fetchedAt, null);
    }

    public Page {
        requireNonNull(requested, "requested");
        requireNonNull(uri, "uri");
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> anyCase.put(name, List.copyOf(values)));
        headers = java.util.Collections.unmodifiableMap(anyCase);
        requireNonNull(body, "body");
        requireNonNull(fetchedAt, "fetchedAt");
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }
}
