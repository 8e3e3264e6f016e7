package org.onrecord.eval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How often annotations and findings met.
 *
 * @param hit findings that are right
 * @param gold annotations
 * @param found findings
 */
public record Count(int hit, int gold, int found) {
    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
        return new Count(hit + other.hit, gold + other.gold, found + other.found);
    }

    /** The share of the findings that are right, from 0 to 1; 0 when there are none. */
    public double precision() {
        return found == 0 ? 0 : (double) hit / found;
    }

    /** The share of the annotations that were found. */
    public double recall() {
        return gold == 0 ? 0 : (double) hit / gold;
    }

    /** The harmonic mean of both. */
    public double f1() {
        double precision = precision();
        double recall = recall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** A share in percent with one decimal. The exact binary value is rounded, as Python does. */
    public static BigDecimal percent(double share) {
        return new BigDecimal(100 * share).setScale(1, RoundingMode.HALF_EVEN);
    }
}
