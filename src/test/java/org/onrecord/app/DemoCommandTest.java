package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheNewsroomInAndShowsWhatWasFound() throws IOException {
        Home home = new Home(folder.resolve("home"));

        Cli.Result demo = new Cli(home).run("demo", "--once");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.exit()).isZero();
        assertThat(demo.out())
                .contains("newsroom of 27 articles")
                .contains("orrin-hearing.html: status 500")
                .containsPattern("refused +http://\\S+subscribers-note.html: robots.txt")
                .contains("25 articles written, 0 without text, 0 failed")
                .contains("1 article written, 0 without text, 0 failed")
                .contains("Who stands where")
                .contains("Who said what")
                .contains("What was decided")
                .contains("Search: ")
                .contains("«H20»")
                .contains("sent to reader@example.org");
        try (Stream<Path> mails = Files.list(home.outbox())) {
            assertThat(mails).hasSize(1);
        }
    }

    @Test
    void leavesAnIndexWithoutConfigurationAlone() throws IOException {
        Home home = new Home(folder);
        Path warc = home.archive().resolve("onrecord-20260101.warc.gz");
        Files.createDirectories(home.archive());
        Files.writeString(warc, "years of work");

        Cli.Result demo = new Cli(home).run("demo", "--once");

        assertThat(demo.exit()).isEqualTo(1);
        assertThat(warc).hasContent("years of work");
    }

    @Test
    void leavesAFolderWithAConfigurationOfItsOwnAlone() throws IOException {
        Home home = new Home(folder);
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("sources.yaml"), "sources: []\n");

        Cli.Result demo = new Cli(home).run("demo", "--once");

        assertThat(demo.exit()).isEqualTo(1);
        assertThat(demo.err()).contains("was not made by the demo");
        assertThat(home.config().resolve("sources.yaml")).hasContent("sources: []\n");
    }
}
