package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.config.ShippedConfig;
import org.onrecord.newsroom.Newsroom;

/** The home of the demo: the shipped configuration, with the newsroom as its only sources. */
final class DemoHome {
    private static final String MARK = "demo";

    private static final String SETTINGS = """
            # Settings of the demo: the newsroom stands on this machine and bears a quick visitor.
            fetch:
              hostDelay: PT0.02S
              privateNetworks: [127.0.0.0/8]
            web:
              port: %d
            """;

    private static final String DIGESTS = """
            digests:
              - id: demo
                name: Export controls, the demo
                schedule: daily at 07:30
                zone: America/New_York
                reach: 3650d
                issues: [ai-chip-exports, china-chip-self-reliance]
                searches:
                  - name: Licences, rules and listings
                    query: event:licence-granted OR event:licence-required OR event:rule-issued OR event:entity-listing
            subscribers:
              - email: reader@example.org
                digests: [demo]
            """;

    private DemoHome() {}

    /** Whether a home was made for the demo, so that the demo may make it anew. */
    static boolean isOne(Home home) {
        return Files.exists(home.config().resolve(MARK));
    }

    static void write(Home home, Newsroom newsroom) {
        Path config = home.config();
        try {
            Files.createDirectories(config);
            Files.writeString(config.resolve(MARK), "made by `onrecord demo`, and made anew by each\n");
            Files.writeString(config.resolve("sources.yaml"), newsroom.sourcesYaml());
            Files.writeString(config.resolve("onrecord.yaml"), SETTINGS.formatted(FreePort.orAny(7171)));
            Files.writeString(config.resolve("digests.yaml"), DIGESTS);
        } catch (IOException e) {
            throw new CommandFailure("cannot write the demo's configuration in " + config + ": " + e, e);
        }
        ShippedConfig.copyMissingTo(config);
    }
}
