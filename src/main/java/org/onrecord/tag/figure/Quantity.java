package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that stands in a text.
 *
 * @param start where its words start, sign and currency included
 * @param end where they end, unit or noun included
 * @param kind what sort of quantity it is
 * @param values one value, or the two ends of a range
 * @param unit what the values count; null for a bare number
 * @param form how its number is written
 */
record Quantity(
        int start,
        int end,
        Kind kind,
        List<BigDecimal> values,
        @Nullable String unit,
        Numeral.Form form) {
    /** The unit of percentages. */
    static final String PERCENT = "percent";

    /** Sorts of quantities. */
    enum Kind {
        /** A sum of money. */
        MONEY,
        /** A percentage, or points of one. */
        PERCENT,
        /** A part of a whole in words: "a third", "three in ten". */
        PART,
        /** A measured amount: days, tonnes, gigawatts. */
        MEASURED,
        /** Things or people counted one by one. */
        COUNT,
        /** How many times something: "fivefold", "2.6x", "doubled". */
        MULTIPLE,
        /** A number whose unit stands elsewhere, or that is no quantity at all. */
        BARE
    }

    Quantity {
        values = List.copyOf(values);
    }

    /** The same with words that end elsewhere. */
    Quantity endingAt(int other) {
        return new Quantity(start, other, kind, values, unit, form);
    }
}
