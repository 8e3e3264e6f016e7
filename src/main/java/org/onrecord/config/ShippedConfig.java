package org.onrecord.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The configuration that ships inside the program, for filling a new home folder and for the demo. */
public final class ShippedConfig {
    private static final List<String> FILES = List.of(
            "onrecord.yaml",
            "sources.yaml",
            "actors.yaml",
            "congress.yaml",
            "issues.yaml",
            "digests.yaml",
            "logback.xml",
            "schema/onrecord.schema.json",
            "schema/sources.schema.json",
            "schema/actors.schema.json",
            "schema/issues.schema.json",
            "schema/digests.schema.json");

    private ShippedConfig() {}

    /** The names of the files, relative to the configuration folder. */
    public static List<String> files() {
        return FILES;
    }

    /**
     * Writes the files that the folder does not have yet; those that it has stay as they are.
     *
     * @return the files that were written
     */
    public static List<Path> copyMissingTo(Path folder) {
        List<Path> written = new ArrayList<>();
        for (String name : FILES) {
            Path target = folder.resolve(name);
            if (!Files.exists(target)) {
                copy(name, target);
                written.add(target);
            }
        }
        return written;
    }

    private static void copy(String name, Path target) {
        try (InputStream in = ShippedConfig.class.getResourceAsStream("defaults/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without its default " + name);
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(in, target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
