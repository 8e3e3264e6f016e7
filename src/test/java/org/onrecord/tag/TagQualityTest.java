package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
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
        return score(tagger, files);
    }

    private static Scorer score(OpenNlpTagger tagger, Path... files) {
        Gold gold = Gold.read(List.of(files));
        return new Scorer().add(gold, Predictions.by(tagger::tag, gold));
    }

    /** F1 in percent. */
    private static double f1(Scorer scorer, String figure) {
        return 100 * scorer.figure(figure).f1();
    }

    @Test
    void keepsItsFloorsOnTheHeldOutTrainingArticles() {
        Scorer scorer = score(TagFixture.HELD_OUT.toArray(Path[]::new));

        assertThat(f1(scorer, "entity")).isGreaterThan(95);
        assertThat(f1(scorer, "link")).isGreaterThan(90.5);
        assertThat(f1(scorer, "content")).isGreaterThan(87.6);
        assertThat(f1(scorer, "attributed")).isGreaterThan(77.5);
        assertThat(f1(scorer, "act")).isGreaterThan(55.2);
        assertThat(f1(scorer, "stance")).isGreaterThan(35.4);
        assertThat(f1(scorer, "ledger")).isGreaterThan(48);
        assertThat(scorer.figure("ledger").precision()).isGreaterThan(0.69);
        assertThat(f1(scorer, "event")).isGreaterThan(65.3);
        assertThat(f1(scorer, "claim")).isGreaterThan(78.3);
    }

    @Test
    void keepsItsFloorsOnTheLaterHeldOutArticles() {
        Scorer scorer = score(TagFixture.HELD_OUT_LATER);

        assertThat(f1(scorer, "attributed")).isGreaterThan(79);
        assertThat(f1(scorer, "act")).isGreaterThan(51.5);
        assertThat(f1(scorer, "stance")).isGreaterThan(34);
        assertThat(f1(scorer, "ledger")).isGreaterThan(42);
    }

    @Test
    void theLightEngineKeepsItsFloorsOnTheHeldOutTrainingArticles() {
        OpenNlpTagger light = OpenNlpTagger.load(
                Registry.read(Path.of("config"), new Problems()),
                new TagSettings(TagSettings.EngineKind.MAXENT, 1, 1_000_000, 0.22));

        Scorer scorer = score(light, Path.of("src/train/gold/train-4.jsonl"));

        assertThat(f1(scorer, "entity")).isGreaterThan(91);
        assertThat(f1(scorer, "content")).isGreaterThan(63.5);
        assertThat(f1(scorer, "attributed")).isGreaterThan(49);
        assertThat(f1(scorer, "act")).isGreaterThan(30);
    }

    @Test
    void keepsItsFloorsOnTheSharedArticles() {
        Path gold = SharedMaterial.at("gold");
        assumeTrue(Files.isDirectory(gold), "skipped: ../shared/gold is not on this machine");

        Scorer scorer = score(gold.resolve("dev-a.jsonl"), gold.resolve("dev-b.jsonl"));

        assertThat(f1(scorer, "entity")).isGreaterThan(96.3);
        assertThat(f1(scorer, "content")).isGreaterThan(85.3);
        assertThat(f1(scorer, "attributed")).isGreaterThan(76.6);
        assertThat(f1(scorer, "act")).isGreaterThan(54);
        assertThat(scorer.figure("ledger").precision()).isGreaterThan(0.6);
        assertThat(f1(scorer, "event")).isGreaterThan(57);
    }

    /** Their floors were set when stands were given from 0.4 on. */
    @Test
    void keepsItsFloorsOfStandsOnTheSharedArticles() {
        Path gold = SharedMaterial.at("gold");
        assumeTrue(Files.isDirectory(gold), "skipped: ../shared/gold is not on this machine");
        OpenNlpTagger bolder = OpenNlpTagger.load(
                Registry.read(Path.of("config"), new Problems()),
                new TagSettings(TagSettings.EngineKind.ENCODER, 1, 1_000_000, 0.4));

        Scorer scorer = score(bolder, gold.resolve("dev-a.jsonl"), gold.resolve("dev-b.jsonl"));

        assertThat(f1(scorer, "stance")).isGreaterThan(40);
        assertThat(f1(scorer, "ledger")).isGreaterThan(52);
    }
}
