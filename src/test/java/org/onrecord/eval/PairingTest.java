package org.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.eval.Pairing.Pair;

class PairingTest {
    @Test
    void theBestMatchIsMadeFirstAndNobodyIsPairedTwice() {
        List<Pair<Integer>> pairs = Pairing.of(List.of(10, 14), List.of(13, 11), (a, b) -> 1.0 / (1 + Math.abs(a - b)));

        assertThat(pairs).containsExactly(new Pair<>(0, 10, 11), new Pair<>(1, 14, 13));
    }

    @Test
    void equalMatchesAreMadeInTheOrderOfBothLists() {
        List<Pair<String>> pairs = Pairing.of(List.of("a", "b"), List.of("x", "y", "z"), (a, b) -> 1);

        assertThat(pairs).containsExactly(new Pair<>(0, "a", "x"), new Pair<>(1, "b", "y"));
    }

    @Test
    void whatHasNothingInCommonIsNeverPaired() {
        assertThat(Pairing.of(List.of("a"), List.of("b"), (a, b) -> 0)).isEmpty();
    }
}
