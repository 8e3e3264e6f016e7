package org.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void turnsHitsIntoPrecisionRecallAndTheirHarmonicMean() {
        Count count = new Count(1, 4, 2);

        assertThat(count.precision()).isEqualTo(0.5);
        assertThat(count.recall()).isEqualTo(0.25);
        assertThat(count.f1()).isEqualTo(1.0 / 3);
    }

    @Test
    void isZeroWhereThereIsNothingToDivideBy() {
        assertThat(Count.NONE.precision()).isZero();
        assertThat(Count.NONE.recall()).isZero();
        assertThat(Count.NONE.f1()).isZero();
    }

    @Test
    void roundsTheBinaryValueSoThatTiesThatAreExactGoToTheEvenDigit() {
        assertThat(Count.percent(1.0 / 16)).hasToString("6.2"); // 6.25 exactly
        assertThat(Count.percent(3.0 / 16)).hasToString("18.8"); // 18.75 exactly
        assertThat(Count.percent(0.0045)).hasToString("0.4"); // a little below 0.45 in binary
        assertThat(Count.percent(1)).hasToString("100.0");
        assertThat(Count.percent(0)).hasToString("0.0");
    }
}
