package org.onrecord.extract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Test material that is kept beside the project and not in it: pages of publishers, ported feed suites. It lies in the
 * folder that ONRECORD_SHARED names, else in {@code ../shared}.
 */
final class SharedMaterial {
    private static final Path FOLDER =
            Path.of(Optional.ofNullable(System.getenv("ONRECORD_SHARED")).orElse("../shared"));

    private SharedMaterial() {}

    /** A file of it; skips the test when it is not there. */
    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
