package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.onrecord.article.SourceId;

/**
 * The row of one fetched page: where its bytes lie in the archive, and what was known when it was fetched.
 *
 * @param number the place in the order of captures, from 1 and rising; 0 before it is recorded
 * @param source the source that led to it
 * @param uri the address that answered, after redirects
 * @param requested the address that was asked for
 * @param file the name of the WARC file in the archive folder
 * @param offset where the record begins in that file, in bytes
 * @param length the bytes of the record in that file
 * @param fetchedAt when the answer was complete, cut to milliseconds
 * @param payloadSha256 SHA-256 of the decoded body, 64 lower-case hexadecimal digits
 * @param hints what the source said of it
 */
public record Capture(
        long number,
        SourceId source,
        URI uri,
        URI requested,
        String file,
        long offset,
        long length,
        Instant fetchedAt,
        String payloadSha256,
        Hints hints) {
    public Capture {
        requireNonNull(source, "source");
        requireNonNull(uri, "uri");
        requireNonNull(requested, "requested");
        requireNonNull(hints, "hints");
        fetchedAt = fetchedAt.truncatedTo(ChronoUnit.MILLIS);
        if (number < 0 || offset < 0 || length <= 0) {
            throw new IllegalArgumentException(
                    "a capture has a number and offset of at least 0 and a length above 0, not " + number + ", "
                            + offset + ", " + length);
        }
        if (file.isEmpty() || file.contains("/") || file.contains("\\")) {
            throw new IllegalArgumentException("not the name of a file in the archive folder: " + file);
        }
        if (!payloadSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + payloadSha256);
        }
    }

    /** Where the next record of the file begins. */
    public long end() {
        return offset + length;
    }

    Capture numbered(long recorded) {
        return new Capture(recorded, source, uri, requested, file, offset, length, fetchedAt, payloadSha256, hints);
    }
}
