package org.onrecord.tag.figure;

import static org.onrecord.tag.figure.Quantity.Kind.BARE;
import static org.onrecord.tag.figure.Quantity.Kind.COUNT;
import static org.onrecord.tag.figure.Quantity.Kind.MEASURED;
import static org.onrecord.tag.figure.Quantity.Kind.MONEY;
import static org.onrecord.tag.figure.Quantity.Kind.MULTIPLE;
import static org.onrecord.tag.figure.Quantity.Kind.PART;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.speaker.CountedNoun;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/**
 * Reads all quantities of a sentence: a number or range with its sign, currency, multiplier and unit or counted noun.
 *
 * <p>Dates, years, clock times, ordinals and numbers in names are none. Time is linear in the length of the sentence.
 */
public final class QuantityReader {
    private static final BigDecimal PERCENT_OF_ONE = BigDecimal.valueOf(100);

    private static final Set<String> ZONES =
            Set.of("ET", "EST", "EDT", "GMT", "BST", "CET", "CEST", "PT", "UTC", "IST");

    private final NumeralReader numerals;
    private final UnitReader units;
    private final CountedNoun nouns;
    private final Set<String> codes;
    private final Set<String> labels;
    private final Set<String> addresses;
    private final Set<String> months;
    private final Set<String> change;
    private final java.util.Map<String, String> fractions;
    private final java.util.Map<String, String> multiples;

    public QuantityReader() {
        Lexicon words = Lexicon.named("figures");
        units = new UnitReader(words);
        numerals = new NumeralReader(words, units.touching());
        nouns = new CountedNoun(words);
        labels = words.section("labels");
        addresses = words.section("addresses");
        months = words.section("months");
        change = words.section("change");
        fractions = words.values("fractions");
        multiples = words.values("multiple words");
        codes = new HashSet<>();
        for (String symbol : words.section("symbols")) {
            if (symbol.chars().allMatch(Character::isLetter)) {
                codes.add(symbol);
            }
        }
    }

    /** The quantities of a sentence in the order of the text; none overlaps another. Names in the order of the text too. */
    List<Quantity> in(Reading reading, Sentence sentence, List<Name> names) {
        List<Piece> pieces = Piece.cut(reading.text(), sentence.start(), sentence.end(), codes);
        InSentence in = new InSentence(reading.text(), sentence, names, pieces);
        List<Quantity> found = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            Found next = in.at(i);
            if (next == null) {
                i++;
            } else {
                found.addAll(next.quantities());
                i = Math.max(i + 1, next.to());
            }
        }
        return found;
    }

    /** What was read from a piece on, and the index of the piece after it; no quantities where a date stands. */
    private record Found(List<Quantity> quantities, int to) {}

    private final class InSentence {
        private final String text;
        private final Sentence sentence;
        private final List<Name> names;
        private final List<Piece> pieces;

        InSentence(String text, Sentence sentence, List<Name> names, List<Piece> pieces) {
            this.text = text;
            this.sentence = sentence;
            this.names = names;
            this.pieces = pieces;
        }

        private @Nullable Piece piece(int i) {
            return i >= 0 && i < pieces.size() ? pieces.get(i) : null;
        }

        private boolean is(int i, String... words) {
            Piece piece = piece(i);
            if (piece != null) {
                for (String word : words) {
                    if (piece.is(word)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean touch(int i, int j) {
            Piece left = piece(i);
            Piece right = piece(j);
            return left != null && right != null && left.touches(right);
        }

        @Nullable
        Found at(int start) {
            int i = start;
            boolean negative = false;
            if (is(i, "minus", "negative") && !is(i - 1, "or")) {
                negative = true;
                i++;
            } else if (isSign(i)) {
                negative = !pieces.get(i).text().equals("+");
                i++;
            }
            UnitReader.@Nullable Unit sign = units.symbolAt(text, pieces, i);
            if (sign != null) {
                i = sign.to();
            } else if (i == start || !negative) {
                Found part = ratioAt(i);
                part = part != null ? part : partAt(i);
                part = part != null ? part : multipleAt(i);
                if (part != null) {
                    return part;
                }
            }
            Numeral first = isInName(sign == null ? i : start) ? null : numerals.at(pieces, i);
            return first == null ? null : amount(start, i, first, sign, negative);
        }

        private boolean isInName(int i) {
            Piece piece = piece(i);
            if (piece == null) {
                return false;
            }
            Name name = Name.at(names, piece.start());
            return name != null && name.start() < piece.start();
        }

        /** A sign touches what follows it and stands apart from what is before it. */
        private boolean isSign(int i) {
            Piece piece = piece(i);
            boolean mark = piece != null
                    && (piece.text().equals("+")
                            || piece.isDash() && !piece.text().equals("—"));
            return mark && touch(i, i + 1) && !touch(i - 1, i);
        }

        private @Nullable Found amount(
                int start, int at, Numeral read, UnitReader.@Nullable Unit sign, boolean negative) {
            if (sign == null && (isDate(at, read) || isClock(read) || isHouse(read))) {
                return new Found(List.of(), read.to());
            }
            Numeral first = read;
            UnitReader.@Nullable Unit own = sign != null ? sign : unitAfter(first.to());
            int afterFirst = sign == null && own != null ? own.to() : first.to();
            int gap = separator(at, afterFirst);
            UnitReader.@Nullable Unit secondSign = gap < 0 ? null : units.symbolAt(text, pieces, gap);
            Numeral second = gap < 0 ? null : numerals.at(pieces, secondSign != null ? secondSign.to() : gap);
            boolean year =
                    second != null && second.form() == Numeral.Form.YEARLIKE && sign != null && secondSign == null;
            if (second != null && (year || sign == null && isDate(gap, second))) {
                second = null;
            }
            if (second == null) {
                if (first.form() == Numeral.Form.YEARLIKE && own == null && !nouns.isGoods(piece(first.to()))) {
                    return new Found(List.of(), first.to());
                }
                Quantity one = quantity(start, first, null, sign, own, first.to(), negative);
                return new Found(List.of(one), pieceAt(afterFirst, one.end()));
            }
            UnitReader.@Nullable Unit secondUnit = sign != null ? sign : unitAfter(second.to());
            boolean carries =
                    !first.isScaled() && second.isScaled() && first.base().compareTo(second.base()) <= 0;
            if (carries) {
                first = new Numeral(first.base(), second.scale(), first.to(), first.form());
            }
            boolean sameUnit = own == null || secondUnit != null && own.name().equals(secondUnit.name());
            boolean years = first.form() == Numeral.Form.YEARLIKE && own == null;
            boolean rises = second.value().compareTo(first.value()) > 0;
            boolean moves = is(start - 1, "from") && !is(start - 2, "ranging", "ranged", "range", "ranges", "anywhere")
                    || own != null && sign == null && isChange(start - 1)
                    || sign != null && secondSign != null && isChange(start - 1);
            if (years && (secondUnit == null || !rises)) {
                boolean season = pieces.get(gap - 1).isDash() && touch(gap - 1, gap);
                return new Found(List.of(), season ? second.to() : first.to());
            }
            if (rises && sameUnit && !moves) {
                return new Found(
                        List.of(quantity(start, first, second, sign, secondUnit, second.to(), negative)),
                        secondUnit == null || sign != null ? second.to() : secondUnit.to());
            }
            // two quantities: the first takes the unit of the second ("from 22 to 14 percent")
            UnitReader.@Nullable Unit unit = own != null ? own : is(start - 1, "from") ? secondUnit : null;
            Quantity one = quantity(start, read, null, sign, unit, first.to(), negative);
            return new Found(List.of(unit == secondUnit && own == null ? endingAt(one, first.to()) : one), afterFirst);
        }

        private Quantity endingAt(Quantity quantity, int to) {
            int end = pieces.get(to - 1).end();
            return new Quantity(
                    quantity.start(), end, quantity.kind(), quantity.values(), quantity.unit(), quantity.form());
        }

        private boolean isChange(int i) {
            Piece piece = piece(i);
            return piece != null && change.contains(piece.lower());
        }

        /** The index of the piece after what joins the ends of a range; -1 when nothing does. */
        private int separator(int start, int i) {
            if (is(i, "to", "or")) {
                return i + 1;
            }
            if (is(i, "and") && (is(start - 1, "between") || isBetweenBefore(start))) {
                return i + 1;
            }
            Piece piece = piece(i);
            if (piece != null && piece.isDash() && touch(i - 1, i) == touch(i, i + 1)) {
                return i + 1;
            }
            return -1;
        }

        private boolean isBetweenBefore(int start) {
            for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
                if (is(i, "between")) {
                    return true;
                }
            }
            return false;
        }

        /** "17 February", "Feb 17", "June 3 to 5". */
        private boolean isDate(int at, Numeral number) {
            boolean day = !number.isScaled()
                    && number.isWhole()
                    && number.form() == Numeral.Form.DIGITS
                    && number.value().compareTo(BigDecimal.valueOf(31)) <= 0;
            if (!day) {
                return false;
            }
            int before = is(at - 1, ".") ? at - 2 : at - 1;
            return isMonth(before) || isMonth(number.to()) && !is(number.to() - 1, "may");
        }

        private boolean isMonth(int i) {
            Piece piece = piece(i);
            return piece != null
                    && months.contains(piece.lower())
                    && Character.isUpperCase(piece.text().charAt(0));
        }

        private boolean isClock(Numeral number) {
            int i = number.to();
            Piece zone = piece(i);
            return is(i, "am", "pm")
                    || zone != null && ZONES.contains(zone.text())
                    || is(i, "a", "p") && is(i + 1, ".") && is(i + 2, "m")
                    || is(i, "o") && is(i + 1, "'", "’") && is(i + 2, "clock");
        }

        private UnitReader.@Nullable Unit unitAfter(int i) {
            Piece mark = piece(i);
            if (mark != null && mark.isDash() && touch(i - 1, i) && touch(i, i + 1)) {
                return units.unitAt(pieces, i + 1);
            }
            return units.unitAt(pieces, i);
        }

        private Quantity quantity(
                int start,
                Numeral first,
                @Nullable Numeral second,
                UnitReader.@Nullable Unit sign,
                UnitReader.@Nullable Unit unit,
                int after,
                boolean negative) {
            List<BigDecimal> values = new ArrayList<>();
            UnitReader.@Nullable Unit known = sign != null ? sign : unit;
            BigDecimal part = known == null ? BigDecimal.ONE : known.part();
            values.add(signed(first.value().multiply(part), negative));
            if (second != null) {
                values.add(signed(second.value().multiply(part), negative));
            }
            int from = pieces.get(start).start();
            if (sign != null) {
                return new Quantity(from, pieces.get(after - 1).end(), MONEY, values, sign.name(), first.form());
            }
            if (unit != null) {
                String name =
                        unit.kind() == MEASURED ? unit.name() + units.rateAt(text, pieces, unit.to()) : unit.name();
                return new Quantity(from, pieces.get(unit.to() - 1).end(), unit.kind(), values, name, first.form());
            }
            int end = pieces.get(after - 1).end();
            if (isLabelled(start, first)) {
                return new Quantity(from, end, BARE, values, null, first.form());
            }
            CountedNoun.@Nullable Noun noun = nouns.after(sentence, names, end);
            if (noun == null) {
                return new Quantity(from, end, BARE, values, null, first.form());
            }
            String name = noun.unit().equals("units")
                    ? noun.unit()
                    : noun.unit() + units.rateAt(text, pieces, pieceAt(after, noun.end()));
            return new Quantity(from, noun.end(), COUNT, values, name, first.form());
        }

        private int pieceAt(int from, int offset) {
            int i = from;
            while (i < pieces.size() && pieces.get(i).start() < offset) {
                i++;
            }
            return i;
        }

        /** "180 Kent Street", "12 West Lock Road": the number of a house. */
        private boolean isHouse(Numeral number) {
            for (int i = number.to(); i < number.to() + 4; i++) {
                Piece piece = piece(i);
                if (piece == null
                        || !piece.isWord()
                        || !Character.isUpperCase(piece.text().charAt(0))) {
                    return false;
                }
                if (i > number.to() && addresses.contains(piece.lower())) {
                    return true;
                }
            }
            return false;
        }

        private boolean isLabelled(int start, Numeral number) {
            boolean shortened = is(start - 1, ".");
            Piece label = piece(shortened ? start - 2 : start - 1);
            return label != null
                    && labels.contains(label.lower())
                    && (shortened || number.value().compareTo(BigDecimal.valueOf(1_000)) < 0);
        }

        private static BigDecimal signed(BigDecimal value, boolean negative) {
            return Numeral.plain(negative ? value.negate() : value);
        }

        /** "Three in ten", "one out of every eight", "6 tenders out of 10": in percent. */
        private @Nullable Found ratioAt(int i) {
            Numeral some = numerals.opens(pieces.get(i)) ? numerals.at(pieces, i) : null;
            if (some == null || some.isScaled() || !some.isWhole()) {
                return null;
            }
            int j = some.to();
            boolean noun = !is(j, "in", "out", "of")
                    && piece(j) != null
                    && pieces.get(j).isWord()
                    && (is(j + 1, "out") || is(j + 1, "in") && is(j + 2, "ten", "hundred", "10", "100"));
            j = noun ? j + 1 : j;
            int link = noun && is(j, "in") ? some.to() : j;
            if (is(j, "-")) {
                j++;
            }
            if (is(j, "out") && (is(j + 1, "of") || is(j + 2, "of"))) {
                j = is(j + 1, "of") ? j + 2 : j + 3;
                j = is(j, "every") ? j + 1 : j;
            } else if (is(j, "in", "of") && is(j + 1, "every")) {
                j += 2;
            } else if (is(j, "in") && link == some.to()) {
                j += is(j + 1, "-") ? 2 : 1;
            } else {
                return null;
            }
            Numeral all = piece(j) != null && numerals.opens(pieces.get(j)) ? numerals.at(pieces, j) : null;
            if (all == null
                    || all.isScaled()
                    || !all.isWhole()
                    || all.value().compareTo(some.value()) <= 0
                    || all.value().compareTo(PERCENT_OF_ONE) > 0
                    || units.unitAt(pieces, all.to()) != null) {
                return null;
            }
            BigDecimal share = some.value().multiply(PERCENT_OF_ONE).divide(all.value(), 2, RoundingMode.HALF_UP);
            return found(i, all.to(), PART, share, "percent", some.form());
        }

        /** "A third", "two-thirds", "four-fifths", "half the bandwidth": in percent. */
        private @Nullable Found partAt(int i) {
            Piece first = pieces.get(i);
            if (!first.isWord()) {
                return null;
            }
            if (first.is("half")) {
                return half(i, i);
            }
            BigDecimal count = first.is("a") || first.is("an") ? BigDecimal.ONE : null;
            int j = i + 1;
            if (count == null) {
                Numeral some = numerals.at(pieces, i);
                if (some == null
                        || some.form() != Numeral.Form.WORDS
                        || some.value().compareTo(BigDecimal.TEN) > 0) {
                    return null;
                }
                count = some.value();
                j = some.to();
            }
            boolean hyphen = is(j, "-") && touch(j - 1, j) && touch(j, j + 1);
            j = hyphen ? j + 1 : j;
            Piece word = piece(j);
            if (word == null || !word.isWord()) {
                return null;
            }
            String part = fractions.get(word.lower());
            if (part == null) {
                return null;
            }
            if (word.is("half")) {
                return first.is("a") ? half(i, j) : null;
            }
            boolean one = count.compareTo(BigDecimal.ONE) == 0;
            if (one == word.lower().endsWith("s") || !hyphen && isOrdinal(j, one)) {
                return null;
            }
            BigDecimal share = count.multiply(new BigDecimal(part)).setScale(1, RoundingMode.HALF_UP);
            return found(i, j + 1, PART, share, "percent", Numeral.Form.WORDS);
        }

        /** "A third plant" counts in order and "a quarter" is also three months, "three quarters" nine. */
        private boolean isOrdinal(int i, boolean one) {
            Token next = sentence.at(sentence.tokenAt(pieces.get(i).end()));
            if (pieces.get(i).is("quarter") || pieces.get(i).is("quarters")) {
                return !next.is("of") && !next.is("more") && !next.is("less")
                        || is(i + 1, "of") && is(i + 3, "century", "mile", "hour");
            }
            if (pieces.get(i).is("fourth")) {
                return !next.is("of");
            }
            boolean compares =
                    next.isA("ADJ", "ADV") && next.lower().endsWith("er") || next.is("more") || next.is("less");
            boolean noun = next.isA("NOUN", "PROPN", "ADJ", "NUM") && !compares;
            return one && (noun || touch(i, i + 1) && is(i + 1, "-"));
        }

        private @Nullable Found half(int start, int i) {
            boolean ordinal = is(start - 1, "first", "second", "latter", "other", "last", "next", "third", "1", "2");
            boolean unitLater = is(i + 1, "a", "an");
            if (ordinal || touch(i, i + 1) || is(start - 1, "and") && is(i + 1, "months", "years")) {
                return null;
            }
            if (unitLater) {
                UnitReader.@Nullable Unit unit = units.unitAt(pieces, i + 2);
                if (unit != null) {
                    BigDecimal value = new BigDecimal("0.5").multiply(unit.part());
                    return found(start, unit.to(), unit.kind(), value, unit.name(), Numeral.Form.WORDS);
                }
                return null;
            }
            boolean whole =
                    is(i + 1, "of", "the", "its", "their", "his", "her", "our", "all", "that", "as", "what", "those")
                            || is(start - 1, "by", "about", "nearly", "almost", "only", "than", "roughly", "least");
            return whole ? found(start, i + 1, PART, BigDecimal.valueOf(50), "percent", Numeral.Form.WORDS) : null;
        }

        /** "Doubled", "fivefold": how many times. */
        private @Nullable Found multipleAt(int i) {
            Piece word = pieces.get(i);
            String times = word.isWord() ? multiples.get(word.lower()) : null;
            return times == null ? null : found(i, i + 1, MULTIPLE, new BigDecimal(times), "times", Numeral.Form.WORDS);
        }

        private Found found(int from, int to, Quantity.Kind kind, BigDecimal value, String unit, Numeral.Form form) {
            Quantity quantity = new Quantity(
                    pieces.get(from).start(),
                    pieces.get(to - 1).end(),
                    kind,
                    List.of(Numeral.plain(value)),
                    unit,
                    form);
            return new Found(List.of(quantity), to);
        }
    }
}
