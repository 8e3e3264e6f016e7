package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * An address that a source names.
 *
 * @param uri absolute, in the one form by which it is known again
 * @param hints what the source says of it
 */
public record FoundLink(URI uri, Hints hints) {
    public FoundLink {
        requireNonNull(uri, "uri");
        requireNonNull(hints, "hints");
    }
}
