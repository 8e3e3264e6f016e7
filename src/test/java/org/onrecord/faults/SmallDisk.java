package org.onrecord.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a chosen size, in memory. Where it may not be mounted, the test is skipped and says so. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk at(Path folder, int kilobytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                mount("size=" + kilobytes + "k", folder),
                "skipped: small disks need the right to mount a tmpfs (root)");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    public void resize(int kilobytes) throws IOException, InterruptedException {
        assertThat(mount("remount,size=" + kilobytes + "k", folder)).isTrue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static boolean mount(String options, Path folder) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
