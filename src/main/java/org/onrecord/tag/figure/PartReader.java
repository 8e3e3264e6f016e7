package org.onrecord.tag.figure;

import static org.onrecord.tag.figure.Quantity.Kind.MULTIPLE;
import static org.onrecord.tag.figure.Quantity.Kind.PART;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;
import org.onrecord.tag.text.Token;

/** Reads shares and multiples in words: "three in ten", "two-thirds", "half the bandwidth", "fivefold". */
final class PartReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final NumeralReader numerals;
    private final UnitReader units;
    private final Map<String, String> fractions;
    private final Map<String, String> multiples;

    PartReader(Lexicon words, NumeralReader numerals, UnitReader units) {
        this.numerals = numerals;
        this.units = units;
        this.fractions = words.values("fractions");
        this.multiples = words.values("multiple words");
    }

    /** The share or multiple that starts at a piece; null when none does. */
    @Nullable
    Found at(Pieces pieces, int i) {
        Found ratio = ratioAt(pieces, i);
        Found part = ratio == null ? partAt(pieces, i) : ratio;
        return part == null ? multipleAt(pieces, i) : part;
    }

    /** "Three in ten", "one out of every eight", "6 tenders out of 10": in percent. */
    private @Nullable Found ratioAt(Pieces pieces, int i) {
        Numeral some = wholeAt(pieces, i);
        int link = some == null ? -1 : afterLink(pieces, some.to());
        Numeral all = link < 0 ? null : wholeAt(pieces, link);
        if (some == null
                || all == null
                || all.value().compareTo(some.value()) <= 0
                || all.value().compareTo(HUNDRED) > 0
                || units.unitAt(pieces, all.to()) != null) {
            return null;
        }
        BigDecimal share = some.value().multiply(HUNDRED).divide(all.value(), 2, RoundingMode.HALF_UP);
        return Found.inWords(pieces, i, all.to(), PART, share, Quantity.PERCENT, some.form());
    }

    private @Nullable Numeral wholeAt(Pieces pieces, int i) {
        Piece piece = pieces.at(i);
        Numeral number = piece != null && numerals.opens(piece) ? numerals.at(pieces.all(), i) : null;
        return number == null || number.isScaled() || !number.isWhole() ? null : number;
    }

    /** The index after "in", "out of every" or the like, and after a noun before those; -1 when there is none. */
    private static int afterLink(Pieces pieces, int afterNumber) {
        int i = isNounOfRatio(pieces, afterNumber) ? afterNumber + 1 : afterNumber;
        if (pieces.is(i, "-")) {
            i++;
        }
        if (pieces.is(i, "out") && (pieces.is(i + 1, "of") || pieces.is(i + 2, "of"))) {
            int after = pieces.is(i + 1, "of") ? i + 2 : i + 3;
            return pieces.is(after, "every") ? after + 1 : after;
        }
        if (pieces.is(i, "in", "of") && pieces.is(i + 1, "every")) {
            return i + 2;
        }
        if (pieces.is(i, "in")) {
            return pieces.is(i + 1, "-") ? i + 2 : i + 1;
        }
        return -1;
    }

    /** The noun of "6 tenders out of 10" and of "3 firms in ten". */
    private static boolean isNounOfRatio(Pieces pieces, int i) {
        Piece piece = pieces.at(i);
        return piece != null
                && piece.isWord()
                && !pieces.is(i, "in", "out", "of")
                && (pieces.is(i + 1, "out")
                        || pieces.is(i + 1, "in") && pieces.is(i + 2, "ten", "hundred", "10", "100"));
    }

    /** "A third", "two-thirds", "four-fifths", "half the bandwidth": in percent. */
    private @Nullable Found partAt(Pieces pieces, int i) {
        Piece first = pieces.get(i);
        if (!first.isWord()) {
            return null;
        }
        if (first.is("half")) {
            return half(pieces, i, i);
        }
        boolean article = first.is("a") || first.is("an");
        Numeral some = article ? null : numerals.at(pieces.all(), i);
        boolean few = some != null
                && some.form() == Numeral.Form.WORDS
                && some.value().compareTo(BigDecimal.TEN) <= 0;
        if (!article && !few) {
            return null;
        }
        int j = some == null ? i + 1 : some.to();
        boolean hyphen = pieces.is(j, "-") && pieces.isTightDash(j);
        j = hyphen ? j + 1 : j;
        Piece word = pieces.at(j);
        String part = word == null || !word.isWord() ? null : fractions.get(word.lower());
        if (word == null || part == null) {
            return null;
        }
        if (word.is("half")) {
            return first.is("a") ? half(pieces, i, j) : null;
        }
        BigDecimal count = some == null ? BigDecimal.ONE : some.value();
        boolean one = count.compareTo(BigDecimal.ONE) == 0;
        boolean plural = word.lower().endsWith("s");
        if (one == plural || !hyphen && isOrdinal(pieces, j, one)) {
            return null;
        }
        BigDecimal share = count.multiply(new BigDecimal(part)).setScale(1, RoundingMode.HALF_UP);
        return Found.inWords(pieces, i, j + 1, PART, share, Quantity.PERCENT, Numeral.Form.WORDS);
    }

    /** "A third plant" counts in order and "a quarter" is also three months, "three quarters" nine. */
    private static boolean isOrdinal(Pieces pieces, int i, boolean one) {
        Token next =
                pieces.sentence().at(pieces.sentence().tokenAt(pieces.get(i).end()));
        boolean moreOrLess = next.is("more") || next.is("less");
        if (pieces.is(i, "quarter", "quarters")) {
            return !next.is("of") && !moreOrLess
                    || pieces.is(i + 1, "of") && pieces.is(i + 3, "century", "mile", "hour");
        }
        if (pieces.is(i, "fourth")) {
            return !next.is("of");
        }
        boolean compares = moreOrLess || next.isA("ADJ", "ADV") && next.lower().endsWith("er");
        boolean noun = next.isA("NOUN", "PROPN", "ADJ", "NUM") && !compares;
        return one && (noun || pieces.touchesNext(i) && pieces.is(i + 1, "-"));
    }

    /** "Half the bandwidth", "half a million", "by half"; {@code start} is where "a" stands, {@code i} "half". */
    private @Nullable Found half(Pieces pieces, int start, int i) {
        boolean ordinal = pieces.is(start - 1, "first", "second", "latter", "other", "last", "next", "third", "1", "2");
        boolean time = pieces.is(start - 1, "and") && pieces.is(i + 1, "months", "years");
        if (ordinal || time || pieces.touchesNext(i)) {
            return null;
        }
        if (pieces.is(i + 1, "a", "an")) {
            UnitReader.@Nullable Unit unit = units.unitAt(pieces, i + 2);
            return unit == null
                    ? null
                    : Found.inWords(
                            pieces,
                            start,
                            unit.to(),
                            unit.kind(),
                            HALF.multiply(unit.part()),
                            unit.name(),
                            Numeral.Form.WORDS);
        }
        boolean whole =
                pieces.is(i + 1, "of", "the", "its", "their", "his", "her", "our", "all", "that", "as", "what", "those")
                        || pieces.is(start - 1, "by", "about", "nearly", "almost", "only", "than", "roughly", "least");
        return whole
                ? Found.inWords(
                        pieces, start, i + 1, PART, BigDecimal.valueOf(50), Quantity.PERCENT, Numeral.Form.WORDS)
                : null;
    }

    /** "Doubled", "fivefold": how many times. */
    private @Nullable Found multipleAt(Pieces pieces, int i) {
        Piece word = pieces.get(i);
        String times = word.isWord() ? multiples.get(word.lower()) : null;
        return times == null
                ? null
                : Found.inWords(pieces, i, i + 1, MULTIPLE, new BigDecimal(times), "times", Numeral.Form.WORDS);
    }
}
