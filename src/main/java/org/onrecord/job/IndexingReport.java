package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of bringing the index up to date with the archive.
 *
 * @param indexed captures whose article is now in the index
 * @param withoutText captures in which no article text was found
 * @param failed captures that could not be read, extracted or tagged, with the reason
 */
public record IndexingReport(int indexed, List<URI> withoutText, List<Failure> failed) {
    /** Nothing was to do. */
    public static final IndexingReport NOTHING = new IndexingReport(0, List.of(), List.of());

    /**
     * A capture that could not be indexed.
     *
     * @param capture its number
     * @param uri where it came from
     * @param reason why, for people
     */
    public record Failure(long capture, URI uri, String reason) {
        public Failure {
            requireNonNull(uri, "uri");
            requireNonNull(reason, "reason");
        }
    }

    public IndexingReport {
        withoutText = List.copyOf(withoutText);
        failed = List.copyOf(failed);
    }

    /** Both reports as one. */
    IndexingReport plus(IndexingReport later) {
        return new IndexingReport(
                indexed + later.indexed,
                Stream.concat(withoutText.stream(), later.withoutText.stream()).toList(),
                Stream.concat(failed.stream(), later.failed.stream()).toList());
    }
}
