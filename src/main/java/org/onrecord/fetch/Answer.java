package org.onrecord.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server sent, before anybody has judged it.
 *
 * @param version "HTTP/2" or "HTTP/1.1"
 * @param status the HTTP status
 * @param headers values by name, any case
 * @param body as it was sent, content codings included; cut when the limit was reached
 * @param cut whether more of the body would have followed
 */
@SuppressWarnings("ArrayRecordComponent") // lives for the length of a request
record Answer(String version, int status, Map<String, List<String>> headers, byte[] body, boolean cut) {
    Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
