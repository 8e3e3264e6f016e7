package org.onrecord;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Test material that is kept beside the project and not in it: pages of publishers, ported feed suites. It is looked for in
 * {@code ../shared}, or in the folder of the system property {@code shared}.
 */
public final class SharedMaterial {
    private static final Path FOLDER = Path.of(System.getProperty("shared", "../shared"));

    private SharedMaterial() {}

    /** Where a file or folder of it is, if it is there. */
    public static Path at(String name) {
        return FOLDER.resolve(name);
    }

    /** A file or folder of it; skips the test when it is not there. */
    public static Path file(String name) {
        Path file = at(name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        return file;
    }
}
