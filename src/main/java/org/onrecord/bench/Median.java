package org.onrecord.bench;

import java.util.Arrays;

/** The middle value: half of all are below it. */
public final class Median {
    private Median() {}

    /** The median; between the two middle values when there is an even number of them. */
    public static double of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("the median of nothing");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
