package org.onrecord.fetch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, and what we already have of it.
 *
 * @param uri an absolute http or https address
 * @param etag the entity tag of the last answer, for a conditional request; null if none
 * @param lastModified the Last-Modified header of the last answer, as it was sent; null if none
 */
public record FetchRequest(
        URI uri, @Nullable String etag, @Nullable String lastModified) {
    public FetchRequest {
        requireNonNull(uri, "uri");
    }

    /** An unconditional request. */
    public static FetchRequest of(URI uri) {
        return new FetchRequest(uri, null, null);
    }
}
