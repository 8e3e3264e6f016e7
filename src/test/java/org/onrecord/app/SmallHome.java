package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home with few actors and one feed on loopback, quick to open. */
final class SmallHome {
    private SmallHome() {}

    static Home at(Path folder, URI feed) throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("onrecord.yaml"), """
                fetch:
                  hostDelay: PT0.005S
                  privateNetworks: [127.0.0.0/8]
                web:
                  port: 0
                """);
        Files.writeString(home.config().resolve("actors.yaml"), """
                actors:
                  - {id: ada-lindqvist, name: Ada Lindqvist, kind: person, role: chief executive, affiliation: orrin}
                  - {id: orrin, name: Orrin, kind: company, descriptions: [chipmaker]}
                """);
        Files.copy(Path.of("config", "issues.yaml"), home.config().resolve("issues.yaml"));
        Files.writeString(home.config().resolve("sources.yaml"), """
                sources:
                  - {id: feed, name: Feed, kind: feed, url: "%s", every: 15m, rights: text}
                """.formatted(feed));
        Files.writeString(home.config().resolve("digests.yaml"), """
                digests:
                  - {id: daily, name: Daily, schedule: "daily at 07:30", zone: UTC, actors: [ada-lindqvist]}
                subscribers:
                  - {email: reader@example.org, digests: [daily]}
                """);
        return home;
    }
}
