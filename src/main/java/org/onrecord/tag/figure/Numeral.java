package org.onrecord.tag.figure;

import java.math.BigDecimal;

/**
 * A number read from pieces, in digits or words.
 *
 * @param base the number without what multiplies it: 5.5 of "5.5 billion"
 * @param scale what multiplies it; 1 when nothing does
 * @param to the index of the piece after it
 * @param form how it is written
 */
record Numeral(BigDecimal base, BigDecimal scale, int to, Form form) {
    /** How a number is written. */
    enum Form {
        /** Four digits that may be a year. */
        YEARLIKE,
        DIGITS,
        WORDS
    }

    BigDecimal value() {
        return plain(base.multiply(scale));
    }

    boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    boolean isWhole() {
        return value().scale() <= 0;
    }

    /** The number without trailing zeros behind the point and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
