package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.config.Problems;
import org.onrecord.eval.Gold;
import org.onrecord.eval.Predictions;
import org.onrecord.eval.Scorer;
import org.onrecord.registry.Registry;

/** The floors of tagging quality: they are raised on purpose, never lowered. */
class TagQualityTest {
    private static OpenNlpTagger tagger;

    @BeforeAll
    static void loadTheShippedRegistry() {
        tagger = OpenNlpTagger.load(Registry.read(Path.of("config"), new Problems()), TagSettings.defaults());
    }

    private static Scorer score(Path... files) {
        Gold gold = Gold.read(List.of(files));
        return new Scorer().add(gold, Predictions.by(tagger::tag, gold));
    }

    /** F1 in percent. */
    private static double f1(Scorer scorer, String figure) {
        return 100 * scorer.figure(figure).f1();
    }

    @Test
    void keepsItsFloorsOnTheHeldOutTrainingArticles() {
        Scorer scorer = score(Path.of("src/train/gold/train-4.jsonl"));

        assertThat(f1(scorer, "entity")).isGreaterThan(83);
        assertThat(f1(scorer, "content")).isGreaterThan(63);
        assertThat(f1(scorer, "attributed")).isGreaterThan(46);
    }

    @Test
    void keepsItsFloorsOnTheSharedArticles() {
        Path gold = Path.of("../shared/gold");
        assumeTrue(Files.isDirectory(gold), "skipped: ../shared/gold is not on this machine");

        Scorer scorer = score(gold.resolve("dev-a.jsonl"), gold.resolve("dev-b.jsonl"));

        assertThat(f1(scorer, "entity")).isGreaterThan(88);
        assertThat(f1(scorer, "content")).isGreaterThan(72);
        assertThat(f1(scorer, "attributed")).isGreaterThan(57);
    }
}
