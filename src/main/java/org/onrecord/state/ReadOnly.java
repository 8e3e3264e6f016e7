package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The disk takes no more writes: nothing is fetched or sent, and what is there can be read and searched.
 *
 * @param since when this was noticed
 * @param reason what is wrong with the disk, and what ends it, for people
 */
public record ReadOnly(Instant since, String reason) {
    public ReadOnly {
        requireNonNull(since, "since");
        requireNonNull(reason, "reason");
    }
}
