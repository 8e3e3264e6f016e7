package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a piece on.
 *
 * @param quantity the quantity; null where a date or another number stands that counts nothing
 * @param to the index of the piece after it
 */
record Found(@Nullable Quantity quantity, int to) {
    /** A number that counts nothing. */
    static Found nothing(int to) {
        return new Found(null, to);
    }

    /** A quantity in words that stands on the pieces from one index up to another. */
    static Found inWords(
            Pieces pieces, int from, int to, Quantity.Kind kind, BigDecimal value, String unit, Numeral.Form form) {
        Quantity quantity = new Quantity(
                pieces.get(from).start(), pieces.get(to - 1).end(), kind, List.of(Numeral.plain(value)), unit, form);
        return new Found(quantity, to);
    }
}
