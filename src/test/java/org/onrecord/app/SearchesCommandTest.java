package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.state.HomeLock;

class SearchesCommandTest {
    @Test
    void leavesTheTablesToTheServerThatRuns(@TempDir Path folder) throws Exception {
        Home home = SmallHome.at(folder.resolve("home"), URI.create("http://127.0.0.1:1/feed.xml"));

        try (HomeLock server = HomeLock.acquire(home.index())) {
            assertThat(new Cli(home).run("searches", "list").exit()).isEqualTo(1);
        }

        assertThat(new Cli(home).run("searches", "list").exit()).isZero();
    }
}
