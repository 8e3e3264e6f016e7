package org.onrecord.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {
    @Test
    void severalMayLookAtOneDiskAtTheSameTime(@TempDir Path folder) throws Exception {
        List<Future<List<String>>> found = new ArrayList<>();
        try (ExecutorService lookers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                found.add(lookers.submit(() -> refusals(new DiskCheck(folder))));
            }
        }

        for (Future<List<String>> refusals : found) {
            assertThat(refusals.get()).isEmpty();
        }
    }

    private static List<String> refusals(DiskCheck disk) {
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Optional<String> refusal = disk.refusal();
            refusal.ifPresent(refusals::add);
        }
        return refusals;
    }
}
