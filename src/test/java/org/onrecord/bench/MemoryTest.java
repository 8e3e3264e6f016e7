package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatLinuxSaysOfAProcess() throws IOException {
        Path status = Files.writeString(
                folder.resolve("status"), "Name:\tjava\nVmHWM:\t  345678 kB\nVmRSS:\t  123456 kB\nThreads:\t20\n");

        assertThat(Memory.read(status)).contains(new Memory(123_456, 345_678));
    }

    @Test
    void isUnknownWhereTheSystemDoesNotTell() throws IOException {
        assertThat(Memory.read(folder.resolve("nothing"))).isEmpty();
        assertThat(Memory.read(Files.writeString(folder.resolve("status"), "Name:\tjava\n")))
                .isEmpty();
    }
}
