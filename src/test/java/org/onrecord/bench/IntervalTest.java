package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void isAPointWhenAllValuesAreTheSame() {
        assertThat(Interval.ofMedian(new double[] {2, 2, 2, 2, 2}, 1)).isEqualTo(new Interval(2, 2));
    }

    @Test
    void isTheSameForTheSameSeed() {
        double[] values = {1, 5, 2, 4, 3};

        assertThat(Interval.ofMedian(values, 7)).isEqualTo(Interval.ofMedian(values, 7));
    }

    @Test
    void liesAroundTheMedianAndNarrowsWithMoreValues() {
        Interval few = Interval.ofMedian(normal(10), 1);
        Interval many = Interval.ofMedian(normal(1_000), 1);

        assertThat(few.low()).isLessThan(Median.of(normal(10)));
        assertThat(few.high()).isGreaterThan(Median.of(normal(10)));
        assertThat(many.high() - many.low()).isLessThan((few.high() - few.low()) / 3);
    }

    @Test
    void holdsTheTrueMedianInAboutNineteenOfTwentyCases() {
        Random random = new Random(1);
        int held = 0;
        for (int i = 0; i < 200; i++) {
            double[] values = random.doubles(31).toArray();
            Interval interval = Interval.ofMedian(values, i);
            held += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }

        assertThat(held).isBetween(180, 199);
    }

    private static double[] normal(int size) {
        Random random = new Random(3);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
