package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;

/** Knows numbers that count nothing: days of a month, hours of a clock, numbers of houses, of chapters and the like. */
final class CountlessNumbers {
    private static final Set<String> ZONES =
            Set.of("ET", "EST", "EDT", "GMT", "BST", "CET", "CEST", "PT", "UTC", "IST");
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final int LONGEST_STREET = 4;

    private final Set<String> labels;
    private final Set<String> addresses;
    private final Set<String> months;

    CountlessNumbers(Lexicon words) {
        labels = words.section("labels");
        addresses = words.section("addresses");
        months = words.section("months");
    }

    /** "17 February", "Feb 17", "June 3 to 5". */
    boolean isDay(Pieces pieces, int at, Numeral number) {
        boolean day = !number.isScaled()
                && number.isWhole()
                && number.form() == Numeral.Form.DIGITS
                && number.value().compareTo(LAST_DAY) <= 0;
        if (!day) {
            return false;
        }
        int before = pieces.is(at - 1, ".") ? at - 2 : at - 1;
        return isMonth(pieces.at(before)) || isMonth(pieces.at(number.to())) && !pieces.is(number.to() - 1, "may");
    }

    private boolean isMonth(@Nullable Piece piece) {
        return piece != null && months.contains(piece.lower()) && isCapitalised(piece);
    }

    private static boolean isCapitalised(Piece piece) {
        return Character.isUpperCase(piece.text().charAt(0));
    }

    /** "10 am", "9 a.m.", "8 o'clock", "1600 GMT". */
    boolean isClock(Pieces pieces, Numeral number) {
        int i = number.to();
        Piece zone = pieces.at(i);
        return pieces.is(i, "am", "pm")
                || zone != null && ZONES.contains(zone.text())
                || pieces.is(i, "a", "p") && pieces.is(i + 1, ".") && pieces.is(i + 2, "m")
                || pieces.is(i, "o") && pieces.is(i + 1, "'", "’") && pieces.is(i + 2, "clock");
    }

    /** "180 Kent Street", "12 West Lock Road": the number of a house. */
    boolean isHouse(Pieces pieces, Numeral number) {
        for (int i = number.to(); i < number.to() + LONGEST_STREET; i++) {
            Piece piece = pieces.at(i);
            if (piece == null || !piece.isWord() || !isCapitalised(piece)) {
                return false;
            }
            if (i > number.to() && addresses.contains(piece.lower())) {
                return true;
            }
        }
        return false;
    }

    /** "Section 301", "No. 4519": a number that tells which one. */
    boolean isLabelled(Pieces pieces, int start, Numeral number) {
        boolean shortened = pieces.is(start - 1, ".");
        Piece label = pieces.at(shortened ? start - 2 : start - 1);
        return label != null
                && labels.contains(label.lower())
                && (shortened || number.value().compareTo(THOUSAND) < 0);
    }
}
