package org.onrecord.job;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.onrecord.article.SourceId;

/**
 * What came of one round of a source.
 *
 * @param source which source
 * @param listing what came of asking the source itself, for people: "12 links", "unchanged", "status 503"
 * @param listingFailed whether the source itself could not be read
 * @param discovered links that were not known before
 * @param captured new pages that are now in the archive
 * @param unchanged pages whose content was in the archive already
 * @param refused what we may not fetch, with the rule
 * @param failed what did not work this time, with the reason; it stays due unless the reason is permanent
 * @param took how long the round took
 */
public record RoundReport(
        SourceId source,
        String listing,
        boolean listingFailed,
        int discovered,
        int captured,
        int unchanged,
        List<Trouble> refused,
        List<Trouble> failed,
        Duration took) {
    /**
     * An address that gave no page.
     *
     * @param uri the address
     * @param reason why, for people
     */
    public record Trouble(URI uri, String reason) {
        public Trouble {
            requireNonNull(uri, "uri");
            requireNonNull(reason, "reason");
        }
    }

    public RoundReport {
        requireNonNull(source, "source");
        requireNonNull(listing, "listing");
        refused = List.copyOf(refused);
        failed = List.copyOf(failed);
        requireNonNull(took, "took");
    }
}
