package org.onrecord.state;

import org.jspecify.annotations.Nullable;

/**
 * Which mails of the outbox are asked for.
 *
 * @param digest of this digest or alert alone; null for all
 * @param subscriber to this address alone; null for all
 * @param status with this status alone; null for all
 */
public record MailFilter(@Nullable String digest, @Nullable String subscriber, MailRecord.@Nullable Status status) {
    /** Every mail. */
    public static final MailFilter ALL = new MailFilter(null, null, null);
}
