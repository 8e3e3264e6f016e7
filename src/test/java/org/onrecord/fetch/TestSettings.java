package org.onrecord.fetch;

import java.time.Duration;
import java.util.List;
import org.onrecord.config.AddressRange;

/** Settings for servers on loopback. */
final class TestSettings {
    static final FetchSettings LOCAL = FetchSettings.DEFAULT
            .withAllowed(List.of(new AddressRange("127.0.0.0/8")))
            .withDelay(Duration.ZERO);

    private TestSettings() {}

    /** As {@link #LOCAL}, with limits that are reached soon. */
    static FetchSettings small(Duration total) {
        return new FetchSettings(
                null,
                Duration.ZERO,
                Duration.ofSeconds(60),
                Duration.ofSeconds(2),
                total,
                Duration.ofHours(24),
                100_000,
                1_000_000,
                16 * 1024,
                10,
                Duration.ofHours(6),
                500 * 1024,
                LOCAL.allowed());
    }
}
