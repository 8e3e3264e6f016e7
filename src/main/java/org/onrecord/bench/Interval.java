package org.onrecord.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Between which values a median lies, as far as the measured values tell.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    private static final int RESAMPLES = 2_000;

    /**
     * The 95 % interval of the median by the percentile bootstrap: the values are drawn anew, with replacement, as often
     * as there are values, 2,000 times.
     *
     * @param seed of the drawing; the same seed gives the same interval
     */
    public static Interval ofMedian(double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] medians = new double[RESAMPLES];
        double[] drawn = new double[values.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < drawn.length; j++) {
                drawn[j] = values[random.nextInt(values.length)];
            }
            medians[i] = Median.of(drawn);
        }
        Arrays.sort(medians);
        int cut = RESAMPLES / 40;
        return new Interval(medians[cut], medians[RESAMPLES - 1 - cut]);
    }
}
