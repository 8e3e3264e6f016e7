package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/**
 * An address that a source named once, and what became of it.
 *
 * @param source the source that named it first
 * @param attempts how often it was tried
 * @param nextAttemptAt when to try it (again); null unless it is pending
 * @param lastReason why the last try did not bring a page; empty if none failed or the page is captured
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
        /** Its page is in the archive. */
        CAPTURED,
        /** We may not or will not ask for it. */
        REFUSED,
        /** It failed for good: too often, or in a way that will not change. */
        FAILED
    }
}
