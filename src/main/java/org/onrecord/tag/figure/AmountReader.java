package org.onrecord.tag.figure;

import static org.onrecord.tag.figure.Quantity.Kind.BARE;
import static org.onrecord.tag.figure.Quantity.Kind.COUNT;
import static org.onrecord.tag.figure.Quantity.Kind.MEASURED;
import static org.onrecord.tag.figure.Quantity.Kind.MONEY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.speaker.CountedNoun;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;

/** Reads one number, or two that make a range, with the currency before and the unit or counted noun after it. */
final class AmountReader {
    /** Pieces between "between" and the first end of its range. */
    private static final int BETWEEN_REACH = 3;

    /**
     * A number with what stands before it.
     *
     * @param start the index of the first piece, sign and currency included
     * @param at the index of the number's first piece
     * @param number the number
     * @param currency the sign of money before it; null for none
     * @param negative whether a minus stands before it
     */
    record Opening(int start, int at, Numeral number, UnitReader.@Nullable Unit currency, boolean negative) {}

    /** The second number of a range, with the sign of money before it; null for none. */
    private record Second(Numeral number, UnitReader.@Nullable Unit currency) {}

    private final NumeralReader numerals;
    private final UnitReader units;
    private final CountedNoun nouns;
    private final CountlessNumbers countless;
    private final Set<String> change;

    AmountReader(Lexicon words, NumeralReader numerals, UnitReader units) {
        this.numerals = numerals;
        this.units = units;
        this.nouns = new CountedNoun(words);
        this.countless = new CountlessNumbers(words);
        this.change = words.section("change");
    }

    /** The quantity that a number opens, or nothing where it counts nothing. */
    Found read(Pieces pieces, Opening opening) {
        Numeral first = opening.number();
        UnitReader.@Nullable Unit currency = opening.currency();
        if (currency == null
                && (countless.isDay(pieces, opening.at(), first)
                        || countless.isClock(pieces, first)
                        || countless.isHouse(pieces, first))) {
            return Found.nothing(first.to());
        }
        UnitReader.@Nullable Unit unit = currency != null ? currency : unitAfter(pieces, first.to());
        int afterFirst = currency == null && unit != null ? unit.to() : first.to();
        int secondAt = secondAt(pieces, opening.at(), afterFirst);
        Second second = secondAt < 0 ? null : second(pieces, secondAt, currency);
        return second == null
                ? one(pieces, opening, unit, afterFirst)
                : two(pieces, opening, unit, afterFirst, secondAt, second);
    }

    private UnitReader.@Nullable Unit unitAfter(Pieces pieces, int i) {
        return units.unitAt(pieces, pieces.isTightDash(i) ? i + 1 : i);
    }

    /** The index of the piece after what joins the ends of a range; -1 when nothing does. */
    private static int secondAt(Pieces pieces, int start, int i) {
        Piece piece = pieces.at(i);
        boolean joined = pieces.is(i, "to", "or")
                || pieces.is(i, "and") && isBetweenBefore(pieces, start)
                || piece != null && piece.isDash() && pieces.touchesNext(i - 1) == pieces.touchesNext(i);
        return joined ? i + 1 : -1;
    }

    private static boolean isBetweenBefore(Pieces pieces, int start) {
        for (int i = start - 1; i >= Math.max(0, start - BETWEEN_REACH); i--) {
            if (pieces.is(i, "between")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Second second(Pieces pieces, int at, UnitReader.@Nullable Unit firstCurrency) {
        UnitReader.@Nullable Unit currency = units.symbolAt(pieces, at);
        Numeral number = numerals.at(pieces.all(), currency != null ? currency.to() : at);
        if (number == null) {
            return null;
        }
        boolean year = number.form() == Numeral.Form.YEARLIKE && firstCurrency != null && currency == null;
        boolean day = firstCurrency == null && countless.isDay(pieces, at, number);
        return year || day ? null : new Second(number, currency);
    }

    private Found one(Pieces pieces, Opening opening, UnitReader.@Nullable Unit unit, int afterFirst) {
        Numeral number = opening.number();
        if (number.form() == Numeral.Form.YEARLIKE && unit == null && !nouns.isGoods(pieces.at(number.to()))) {
            return Found.nothing(number.to());
        }
        Quantity quantity = quantity(pieces, opening, number, null, unit);
        return new Found(quantity, pieces.indexFrom(afterFirst, quantity.end()));
    }

    /** A range; else the first of two quantities, which may take the unit of the second: "from 22 to 14 percent". */
    private Found two(
            Pieces pieces,
            Opening opening,
            UnitReader.@Nullable Unit unit,
            int afterFirst,
            int secondAt,
            Second second) {
        UnitReader.@Nullable Unit currency = opening.currency();
        Numeral high = second.number();
        Numeral low = scaledLike(high, opening.number());
        UnitReader.@Nullable Unit highUnit = currency != null ? currency : unitAfter(pieces, high.to());
        boolean rises = high.value().compareTo(low.value()) > 0;
        boolean years = low.form() == Numeral.Form.YEARLIKE && unit == null;
        if (years && (highUnit == null || !rises)) {
            boolean season = pieces.get(secondAt - 1).isDash() && pieces.touchesNext(secondAt - 1);
            return Found.nothing(season ? high.to() : low.to());
        }
        boolean sameUnit = unit == null || highUnit != null && unit.name().equals(highUnit.name());
        if (rises && sameUnit && !moves(pieces, opening, unit, second)) {
            Quantity range = quantity(pieces, opening, low, high, highUnit);
            return new Found(range, highUnit == null || currency != null ? high.to() : highUnit.to());
        }
        UnitReader.@Nullable Unit lent = unit != null ? unit : isFrom(pieces, opening) ? highUnit : null;
        Quantity quantity = quantity(pieces, opening, opening.number(), null, lent);
        boolean unitElsewhere = unit == null && lent == highUnit;
        return new Found(
                unitElsewhere ? quantity.endingAt(pieces.get(low.to() - 1).end()) : quantity, afterFirst);
    }

    /** "5.5 to 6 billion": the low end takes the multiplier of the high one. */
    private static Numeral scaledLike(Numeral high, Numeral low) {
        boolean carries = !low.isScaled() && high.isScaled() && low.base().compareTo(high.base()) <= 0;
        return carries ? new Numeral(low.base(), high.scale(), low.to(), low.form()) : low;
    }

    /** Whether two numbers are the ends of a change rather than of a range: "rose from 5 to 6", "up 5% to 6%". */
    private boolean moves(Pieces pieces, Opening opening, UnitReader.@Nullable Unit unit, Second second) {
        Piece before = pieces.at(opening.start() - 1);
        boolean ownUnits = opening.currency() == null ? unit != null : second.currency() != null;
        return isFrom(pieces, opening)
                        && !pieces.is(opening.start() - 2, "ranging", "ranged", "range", "ranges", "anywhere")
                || ownUnits && before != null && change.contains(before.lower());
    }

    private static boolean isFrom(Pieces pieces, Opening opening) {
        return pieces.is(opening.start() - 1, "from");
    }

    private Quantity quantity(
            Pieces pieces, Opening opening, Numeral first, @Nullable Numeral second, UnitReader.@Nullable Unit unit) {
        int from = pieces.get(opening.start()).start();
        int after = (second == null ? first : second).to();
        int end = pieces.get(after - 1).end();
        List<BigDecimal> values = values(opening, first, second, unit);
        if (opening.currency() != null) {
            return new Quantity(from, end, MONEY, values, opening.currency().name(), first.form());
        }
        if (unit != null) {
            String name = unit.kind() == MEASURED ? unit.name() + units.rateAt(pieces, unit.to()) : unit.name();
            return new Quantity(from, pieces.get(unit.to() - 1).end(), unit.kind(), values, name, first.form());
        }
        CountedNoun.@Nullable Noun noun = countless.isLabelled(pieces, opening.start(), first)
                ? null
                : nouns.after(pieces.sentence(), pieces.names(), end);
        if (noun == null) {
            return new Quantity(from, end, BARE, values, null, first.form());
        }
        String rate =
                noun.unit().equals(CountedNoun.GOODS) ? "" : units.rateAt(pieces, pieces.indexFrom(after, noun.end()));
        return new Quantity(from, noun.end(), COUNT, values, noun.unit() + rate, first.form());
    }

    private static List<BigDecimal> values(
            Opening opening, Numeral first, @Nullable Numeral second, UnitReader.@Nullable Unit unit) {
        BigDecimal part = unit == null ? BigDecimal.ONE : unit.part();
        BigDecimal worth = opening.negative() ? part.negate() : part;
        List<BigDecimal> values = new ArrayList<>();
        values.add(Numeral.plain(first.value().multiply(worth)));
        if (second != null) {
            values.add(Numeral.plain(second.value().multiply(worth)));
        }
        return values;
    }
}
