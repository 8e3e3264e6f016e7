package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/**
 * An address that a source named once, and what became of it.
 *
 * @param source the source that it belongs to: the one that named it first, as long as that is watched
 * @param attempts how often it was tried since it was found, captured or looked at
 * @param nextAttemptAt when to ask for it (again); null for never
 * @param lastReason why the last try did not bring a page; empty if it brought one
 */
public record KnownLink(
        URI uri,
        SourceId source,
        Hints hints,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        String lastReason,
        Instant discoveredAt) {
    public KnownLink {
        requireNonNull(uri, "uri");
        requireNonNull(source, "source");
        requireNonNull(hints, "hints");
        requireNonNull(state, "state");
        requireNonNull(lastReason, "lastReason");
        requireNonNull(discoveredAt, "discoveredAt");
    }

    /** What became of a link. The names are stored. */
    public enum State {
        /** To be fetched, now or later. */
        PENDING,
        /** Its page is in the archive. With a time, it is looked at again then. */
        CAPTURED,
        /** We may not ask for it, as far as we know now. */
        REFUSED,
        /** It was given up: it failed too long, or in a way that will not change. */
        FAILED,
        /** It is not wanted: a new source has old items. */
        LEFT_OUT
    }
}
