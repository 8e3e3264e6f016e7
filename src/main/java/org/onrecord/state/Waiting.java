package org.onrecord.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a queue.
 *
 * @param number how many
 * @param oldest since when the oldest waits; null when none does
 */
public record Waiting(long number, @Nullable Instant oldest) {}
