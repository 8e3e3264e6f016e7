package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.config.Problems;
import org.onrecord.registry.Registry;

/** The floors of tagging quality: they are raised on purpose, never lowered. */
class TagQualityTest {
    private static OpenNlpTagger tagger;

    @BeforeAll
    static void loadTheShippedRegistry() {
        tagger = OpenNlpTagger.load(Registry.read(Path.of("config"), new Problems()), TagSettings.defaults());
    }

    private static TagScore score(Path... files) throws IOException {
        TagScore score = new TagScore();
        for (Path file : files) {
            for (GoldArticle gold : GoldArticle.read(file)) {
                score.add(gold, tagger.tag(gold.article()));
            }
        }
        return score;
    }

    @Test
    void keepsItsFloorsOnTheHeldOutTrainingArticles() throws IOException {
        TagScore score = score(Path.of("src/train/gold/train-4.jsonl"));

        assertThat(score.entity()).isGreaterThan(83);
        assertThat(score.content()).isGreaterThan(63);
        assertThat(score.attributed()).isGreaterThan(46);
    }

    @Test
    void keepsItsFloorsOnTheSharedArticles() throws IOException {
        Path gold = Path.of("../shared/gold");
        assumeTrue(Files.isDirectory(gold), "skipped: ../shared/gold is not on this machine");

        TagScore score = score(List.of(gold.resolve("dev-a.jsonl"), gold.resolve("dev-b.jsonl"))
                .toArray(Path[]::new));

        assertThat(score.entity()).isGreaterThan(88);
        assertThat(score.content()).isGreaterThan(72);
        assertThat(score.attributed()).isGreaterThan(57);
    }
}
