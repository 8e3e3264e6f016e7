package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Statement;
import org.onrecord.config.Problems;
import org.onrecord.eval.Annotations.LedgerLine;
import org.onrecord.eval.Annotations.Stand;
import org.onrecord.eval.Gold;
import org.onrecord.registry.Registry;

/**
 * Whether a stand's confidence says how likely it is right, on the held-out articles. The curve was fitted
 * on these same ones: this checks that the chain of text, engine, rules and curve holds, not how it does elsewhere.
 */
class StandHonestyTest {
    private record Line(String article, LedgerLine side) {}

    private record Guess(Line line, double confidence) {}

    private static final Set<Line> WANTED = new HashSet<>();
    private static final List<Guess> GUESSES = new ArrayList<>();

    @BeforeAll
    static void tagTheHeldOutArticlesWithoutAThreshold() {
        OpenNlpTagger tagger = OpenNlpTagger.load(
                Registry.read(Path.of("config"), new Problems()),
                new TagSettings(TagSettings.EngineKind.ENCODER, 1, 1_000_000, 0));
        for (Gold.Text text : Gold.read(TagFixture.HELD_OUT).texts()) {
            String id = text.annotations().id();
            text.annotations().ledger().forEach(side -> WANTED.add(new Line(id, side)));
            for (Statement statement : tagger.tag(text.article()).statements()) {
                var speaker = statement.speaker();
                var issue = statement.stand().issue();
                if (speaker != null && speaker.actor() != null && issue != null) {
                    Stand stand = new Stand(
                            issue.value(), statement.stand().position().label());
                    GUESSES.add(new Guess(
                            new Line(id, new LedgerLine(speaker.actor().value(), stand)),
                            statement.stand().confidence()));
                }
            }
        }
    }

    /** The share of the ledger's lines that are right when less sure stands are left out. */
    private static double precision(double least) {
        Set<Line> lines = new HashSet<>();
        GUESSES.stream().filter(guess -> guess.confidence() >= least).forEach(guess -> lines.add(guess.line()));
        assertThat(lines).as("lines at %s", least).isNotEmpty();
        return (double) lines.stream().filter(WANTED::contains).count() / lines.size();
    }

    @Test
    void theLedgerIsRightMoreOftenWhenTheThresholdRises() {
        assertThat(precision(0.3)).isGreaterThan(precision(0) + 0.05);
        assertThat(precision(0.4)).isGreaterThan(precision(0.3) + 0.03);
        assertThat(precision(0.5)).isGreaterThan(precision(0.4) + 0.05);
        assertThat(precision(0.6)).isGreaterThan(precision(0.5) + 0.03);
    }

    @Test
    void standsAreAboutAsSureAsTheyAreRight() {
        double sure = GUESSES.stream().mapToDouble(Guess::confidence).average().orElseThrow();
        double right =
                GUESSES.stream().filter(guess -> WANTED.contains(guess.line())).count() / (double) GUESSES.size();

        assertThat(sure).isCloseTo(right, within(0.1));
    }

    @Test
    void noStandIsCalledNearlyCertain() {
        assertThat(GUESSES).noneMatch(guess -> guess.confidence() > 0.9);
    }
}
