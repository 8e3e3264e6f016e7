package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheMiddleOfThree() {
        assertThat(Median.of(3, 1, 100)).isEqualTo(3);
    }

    @Test
    void liesBetweenTheMiddleTwoOfFour() {
        assertThat(Median.of(4, 1, 100, 2)).isEqualTo(3);
    }

    @Test
    void leavesTheValuesAsTheyWere() {
        double[] values = {3, 1, 2};

        assertThat(Median.of(values)).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void ofNothingIsRefused() {
        assertThatThrownBy(Median::of).isInstanceOf(IllegalArgumentException.class);
    }
}
