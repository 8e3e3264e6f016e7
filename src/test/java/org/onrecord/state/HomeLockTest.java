package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // locks only have to be held
class HomeLockTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheProcessThatHoldsIt() throws IOException {
        Path index = folder.resolve("index");

        try (HomeLock lock = HomeLock.acquire(index)) {
            assertThat(Files.readString(index.resolve(".lock")).strip())
                    .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void refusesASecondUseInTheSameProcessAndKeepsTheFirst() {
        try (HomeLock lock = HomeLock.acquire(folder)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> HomeLock.acquire(folder))
                        .isInstanceOf(StateException.class)
                        .hasMessageContaining("another OnRecord (process "
                                + ProcessHandle.current().pid() + ")");
            }
        }

        HomeLock.acquire(folder).close();
    }

    @Test
    void refusesASecondProcessUntilTheFirstEnds() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");

            assertThatThrownBy(() -> HomeLock.acquire(folder))
                    .isInstanceOf(StateException.class)
                    .hasMessageContaining("another OnRecord (process " + other.pid() + ") is using " + folder)
                    .hasMessageContaining("stop it or choose another --home");
        } finally {
            other.destroyForcibly().waitFor();
        }

        HomeLock.acquire(folder).close();
    }

    /** Holds the lock until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (HomeLock lock = HomeLock.acquire(Path.of(arguments[0]))) {
                System.out.println("held");
                Thread.sleep(60_000);
            }
        }
    }
}
