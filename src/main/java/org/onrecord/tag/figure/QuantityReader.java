package org.onrecord.tag.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/**
 * Reads all quantities of a sentence: a number or range with its sign, currency, multiplier and unit or counted noun ({@link
 * AmountReader}), and shares and multiples in words ({@link PartReader}).
 *
 * <p>Dates, years, clock times, ordinals and numbers in names are none. Time is linear in the length of the sentence.
 */
public final class QuantityReader {
    private final NumeralReader numerals;
    private final UnitReader units;
    private final AmountReader amounts;
    private final PartReader parts;
    private final Set<String> codes = new HashSet<>();

    public QuantityReader() {
        Lexicon words = Lexicon.named("figures");
        units = new UnitReader(words);
        numerals = new NumeralReader(words, units.touching());
        amounts = new AmountReader(words, numerals, units);
        parts = new PartReader(words, numerals, units);
        for (String symbol : words.section("symbols")) {
            if (symbol.chars().allMatch(Character::isLetter)) {
                codes.add(symbol);
            }
        }
    }

    /** The quantities of a sentence in the order of the text; none overlaps another. Names in the order of the text too. */
    List<Quantity> in(Reading reading, Sentence sentence, List<Name> names) {
        List<Piece> cut = Piece.cut(reading.text(), sentence.start(), sentence.end(), codes);
        Pieces pieces = new Pieces(reading.text(), sentence, names, cut);
        List<Quantity> quantities = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            Found found = at(pieces, i);
            if (found != null && found.quantity() != null) {
                quantities.add(found.quantity());
            }
            i = Math.max(i + 1, found == null ? 0 : found.to());
        }
        return quantities;
    }

    private @Nullable Found at(Pieces pieces, int start) {
        boolean minus = pieces.is(start, "minus", "negative") && !pieces.is(start - 1, "or");
        boolean mark = !minus && isSign(pieces, start);
        boolean negative = minus || mark && !pieces.get(start).text().equals("+");
        int i = minus || mark ? start + 1 : start;
        UnitReader.@Nullable Unit currency = units.symbolAt(pieces, i);
        if (currency == null && !negative) {
            Found part = parts.at(pieces, i);
            if (part != null) {
                return part;
            }
        }
        int at = currency == null ? i : currency.to();
        Numeral number = isInName(pieces, currency == null ? i : start) ? null : numerals.at(pieces.all(), at);
        return number == null
                ? null
                : amounts.read(pieces, new AmountReader.Opening(start, at, number, currency, negative));
    }

    /** A sign touches what follows it and stands apart from what is before it. */
    private static boolean isSign(Pieces pieces, int i) {
        Piece piece = pieces.get(i);
        boolean mark =
                piece.text().equals("+") || piece.isDash() && !piece.text().equals("—");
        return mark && pieces.touchesNext(i) && !pieces.touchesNext(i - 1);
    }

    private static boolean isInName(Pieces pieces, int i) {
        Piece piece = pieces.at(i);
        Name name = piece == null ? null : NamePlaces.at(pieces.names(), piece.start());
        return piece != null && name != null && name.start() < piece.start();
    }
}
