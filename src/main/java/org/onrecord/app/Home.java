package org.onrecord.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A home folder: what a person edits, and what the program writes.
 *
 * @param folder the home folder, absolute
 */
record Home(Path folder) {
    Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder that was asked for, else {@code ONRECORD_HOME}, else the launcher's folder, else the current one. */
    static Home of(@Nullable Path asked) {
        if (asked != null) {
            return new Home(asked);
        }
        String environment = System.getenv("ONRECORD_HOME");
        if (environment != null && !environment.isBlank()) {
            return new Home(Path.of(environment));
        }
        return new Home(Path.of(System.getProperty("onrecord.launcher", ".")));
    }

    Path config() {
        return folder.resolve("config");
    }

    /** Where a user's own models of the light engine are. */
    Path models() {
        return config().resolve("models");
    }

    Path index() {
        return folder.resolve("index");
    }

    Path articles() {
        return index().resolve("articles");
    }

    Path archive() {
        return index().resolve("archive");
    }

    Path state() {
        return index().resolve("state.db");
    }

    Path outbox() {
        return index().resolve("outbox");
    }

    /** The home of the demo, inside this one so that it never touches a user's data. */
    Home demo() {
        return new Home(index().resolve("demo"));
    }
}
