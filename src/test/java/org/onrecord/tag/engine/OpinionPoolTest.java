package org.onrecord.tag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OpinionPoolTest {
    @Test
    void multipliesWhatTwoJudgesHold() {
        Map<String, Double> pooled =
                OpinionPool.of(Map.of("warn", 0.5, "deny", 0.5), Map.of("warn", 0.75, "deny", 0.25), 1);

        assertThat(pooled.get("warn")).isCloseTo(0.75, within(1e-9));
        assertThat(pooled.get("deny")).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aSecondWithoutWeightChangesNothing() {
        Map<String, Double> first = Map.of("warn", 0.6, "deny", 0.4);

        OpinionPool.of(first, Map.of("warn", 0.01, "deny", 0.99), 0)
                .forEach((label, chance) -> assertThat(chance).isCloseTo(first.get(label), within(1e-9)));
    }

    @Test
    void theSurerOfTwoWhoDisagreeWins() {
        Map<String, Double> first = Map.of("warn", 0.55, "deny", 0.45);
        Map<String, Double> second = Map.of("warn", 0.1, "deny", 0.9);

        Map<String, Double> pooled = OpinionPool.of(first, second, 0.5);

        assertThat(pooled.get("deny")).isGreaterThan(pooled.get("warn"));
        assertThat(pooled.get("deny"))
                .isLessThan(OpinionPool.of(first, second, 1).get("deny"));
    }

    @Test
    void aJudgeWhoHoldsALabelImpossibleDoesNotForbidIt() {
        Map<String, Double> pooled =
                OpinionPool.of(Map.of("warn", 1.0, "deny", 0.0), Map.of("warn", 0.0, "deny", 1.0), 1);

        assertThat(pooled.get("warn")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aLabelThatOneJudgeAloneKnowsKeepsItsChance() {
        Map<String, Double> pooled = OpinionPool.of(
                Map.of("none", 0.5, "exports|for", 0.5), Map.of("none", 0.3, "exports|for", 0.3, "ports|for", 0.4), 1);

        assertThat(pooled).containsOnlyKeys("none", "exports|for", "ports|for");
        assertThat(pooled.get("ports|for")).isEqualTo(0.4);
        assertThat(pooled.get("none")).isCloseTo(0.3, within(1e-9));
    }
}
