package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Cli cli = new Cli(new Home(Path.of(".")));
    private Path articles = Path.of("articles.jsonl");

    @BeforeEach
    void annotateAFewStatements() throws IOException {
        cli = new Cli(SmallHome.at(folder, URI.create("http://127.0.0.1:9/feed.xml")));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            lines.append("""
                    {"id": "a%d", "text": "Ada Lindqvist said the rule must %s.", "entities": [], "statements": [\
                    {"speaker": {"start": 0, "end": 13}, "cue": {"start": 14, "end": 18}, \
                    "content": {"start": 19, "end": 35}, "act": "%s", "position": "none"}]}
                    """.formatted(i, i % 2 == 0 ? "fall" : "stay", i % 2 == 0 ? "urge" : "support"));
        }
        articles = Files.writeString(folder.resolve("articles.jsonl"), lines);
    }

    @Test
    void writesTheModelsThatWereAskedForWithTheirCards() {
        Path models = folder.resolve("models");

        Cli.Result train = cli.run(
                "train",
                "acts",
                "--articles",
                articles.toString(),
                "--held",
                articles.toString(),
                "--out",
                models.toString());

        assertThat(train.err()).isEmpty();
        assertThat(train.exit()).isZero();
        assertThat(train.out())
                .startsWith(models.resolve("acts.bin") + "  0.0 MB")
                .contains("  articles.jsonl: right ");
        assertThat(models.resolve("acts-card.md")).exists();
        assertThat(models.resolve("names.bin")).doesNotExist();
    }

    @Test
    void saysWhichFileIsMissing() {
        Cli.Result train = cli.run("train", "--articles", "nowhere.jsonl", "--out", folder.toString());

        assertThat(train.exit()).isEqualTo(1);
        assertThat(train.err()).isEqualTo("onrecord: there is no file nowhere.jsonl" + System.lineSeparator());
    }
}
