package org.onrecord.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was posted to an address. */
public sealed interface Post {
    /**
     * The server answered.
     *
     * @param retryAfter how long it wants to be left alone; null when it does not say
     */
    record Answered(int status, @Nullable Duration retryAfter) implements Post {}

    /** Nobody answered, or the address must not be asked; in words. */
    record Failed(String reason) implements Post {
        public Failed {
            requireNonNull(reason, "reason");
        }
    }
}
