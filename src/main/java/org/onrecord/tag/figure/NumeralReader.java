package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;

/** Reads numbers: "1,024", "5.5bn", "30 thousand", "forty-one", "two hundred and fifty", "half a million". */
final class NumeralReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_CHAIN = 4;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<String, BigDecimal> numbers;
    private final Map<String, BigDecimal> scales;
    private final Map<String, BigDecimal> attached;
    private final Set<String> touching;

    /** A reader with these words; {@code touching} are words that may touch a number's digits without being part of it. */
    NumeralReader(Lexicon words, Set<String> touching) {
        numbers = decimals(words.values("numbers"));
        scales = decimals(words.values("scales"));
        attached = decimals(words.values("attached scales"));
        this.touching = touching;
    }

    private static Map<String, BigDecimal> decimals(Map<String, String> values) {
        Map<String, BigDecimal> decimals = new HashMap<>();
        values.forEach((word, value) -> decimals.put(word, new BigDecimal(value)));
        return decimals;
    }

    /** Whether a number can start with this piece. */
    boolean opens(Piece piece) {
        return piece.isDigits()
                || piece.isWord()
                        && (numbers.containsKey(piece.lower())
                                || Set.of("a", "an", "half").contains(piece.lower()));
    }

    /** The number that starts at a piece; null when none does, or when the digits belong to a name or date. */
    @Nullable
    Numeral at(List<Piece> pieces, int i) {
        if (i >= pieces.size()) {
            return null;
        }
        return pieces.get(i).isDigits() ? digits(pieces, i) : words(pieces, i, LONGEST_CHAIN);
    }

    private @Nullable Numeral digits(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        String plain = piece.text().replace(",", "");
        if (plain.length() > 20 || isPartOfName(pieces, i)) {
            return null;
        }
        BigDecimal base = new BigDecimal(plain);
        boolean yearlike = piece.text().matches("(?:1[5-9]|20)\\d\\d");
        int to = i + 1;
        if (to < pieces.size() && pieces.get(to).isWord() && piece.touches(pieces.get(to))) {
            Piece next = pieces.get(to);
            BigDecimal scale = attached.get(next.text());
            if (scale != null) {
                return new Numeral(base, scale, to + 1, Numeral.Form.DIGITS);
            }
            return touching.contains(next.text()) ? new Numeral(base, BigDecimal.ONE, to, form(yearlike)) : null;
        }
        return scaled(pieces, base, to, form(yearlike));
    }

    private static Numeral.Form form(boolean yearlike) {
        return yearlike ? Numeral.Form.YEARLIKE : Numeral.Form.DIGITS;
    }

    /** Digits in "DeepSeek-R1", "9/11", "10:30", "3.0.1", "#5" or "@123" are no number. */
    private static boolean isPartOfName(List<Piece> pieces, int i) {
        Piece piece = pieces.get(i);
        if (i > 0 && pieces.get(i - 1).touches(piece)) {
            Piece before = pieces.get(i - 1);
            if ("/:.#@_".contains(before.text())) {
                return true;
            }
            boolean behindWord = before.isDash()
                    && i > 1
                    && pieces.get(i - 2).isWord()
                    && pieces.get(i - 2).touches(before);
            if (behindWord) {
                return pieces.get(i - 2).text().chars().allMatch(Character::isLetter)
                        && !(i > 2 && pieces.get(i - 3).isDigits());
            }
        }
        if (i + 2 < pieces.size() && piece.touches(pieces.get(i + 1))) {
            Piece mark = pieces.get(i + 1);
            return "/:.".contains(mark.text())
                    && mark.touches(pieces.get(i + 2))
                    && pieces.get(i + 2).isDigits();
        }
        return false;
    }

    private @Nullable Numeral words(List<Piece> pieces, int i, int chain) {
        Piece first = pieces.get(i);
        if (!first.isWord()) {
            return null;
        }
        if (first.is("half")) {
            Piece article = at(pieces, i + 1, "a", "an");
            BigDecimal scale = article == null ? null : scaleAt(pieces, i + 2);
            return scale == null ? null : new Numeral(HALF, scale, i + 3, Numeral.Form.WORDS);
        }
        if (first.is("a") || first.is("an")) {
            BigDecimal scale = scaleAt(pieces, i + 1);
            return scale == null ? null : scaled(pieces, BigDecimal.ONE, i + 1, Numeral.Form.WORDS);
        }
        int to = i;
        BigDecimal whole = null;
        while (to < pieces.size()) {
            Piece piece = pieces.get(to);
            BigDecimal next = piece.isWord() ? numbers.get(piece.lower()) : null;
            if (next != null && (whole == null || takes(whole, next))) {
                whole = whole == null ? next : whole.add(next);
                to++;
            } else if (whole != null && piece.is("hundred") && whole.compareTo(HUNDRED) < 0) {
                whole = whole.multiply(HUNDRED);
                to++;
            } else if (whole != null && isJoint(pieces, to, whole)) {
                to++;
            } else {
                break;
            }
        }
        if (whole == null) {
            return null;
        }
        Numeral number = scaled(pieces, whole, to, Numeral.Form.WORDS);
        return chain == 0 ? number : withRest(pieces, number, chain - 1);
    }

    /** "Twenty" takes "five", "two hundred" takes "fifty"; "five" takes nothing. */
    private static boolean takes(BigDecimal whole, BigDecimal next) {
        int rest = whole.remainder(HUNDRED).intValue();
        return rest == 0 && whole.signum() > 0 && next.compareTo(HUNDRED) < 0 && next.signum() > 0
                || rest >= 20 && rest % 10 == 0 && next.compareTo(BigDecimal.TEN) < 0 && next.signum() > 0;
    }

    private boolean isJoint(List<Piece> pieces, int i, BigDecimal whole) {
        if (i + 1 >= pieces.size()) {
            return false;
        }
        Piece piece = pieces.get(i);
        Piece next = pieces.get(i + 1);
        BigDecimal value = next.isWord() ? numbers.get(next.lower()) : null;
        boolean hyphen =
                piece.isDash() && piece.touches(next) && pieces.get(i - 1).touches(piece);
        boolean and = piece.is("and") && whole.compareTo(HUNDRED) >= 0;
        return hyphen && next.is("hundred") || (hyphen || and) && value != null && takes(whole, value);
    }

    /** "Two thousand" goes on with "five hundred": the rest must be smaller than the scale. */
    private Numeral withRest(List<Piece> pieces, Numeral number, int chain) {
        if (number.scale().compareTo(BigDecimal.valueOf(1000)) < 0 || number.to() >= pieces.size()) {
            return number;
        }
        int i = pieces.get(number.to()).is("and") ? number.to() + 1 : number.to();
        if (i >= pieces.size() || !numbers.containsKey(pieces.get(i).lower())) {
            return number;
        }
        Numeral rest = words(pieces, i, chain);
        if (rest == null || rest.value().compareTo(number.scale()) >= 0 || i > number.to() && rest.isScaled()) {
            return number;
        }
        return new Numeral(number.value().add(rest.value()), BigDecimal.ONE, rest.to(), Numeral.Form.WORDS);
    }

    /** The number with "and a half" and the words that multiply it: "2 million", "1.5 lakh crore", "one and a half billion". */
    private Numeral scaled(List<Piece> pieces, BigDecimal number, int after, Numeral.Form form) {
        BigDecimal base = number;
        int to = after;
        if (at(pieces, to, "and") != null && at(pieces, to + 1, "a") != null && at(pieces, to + 2, "half") != null) {
            base = base.add(HALF);
            to += 3;
        }
        BigDecimal scale = BigDecimal.ONE;
        for (int words = 0; words < 2; words++) {
            int next = to + 1 < pieces.size()
                            && pieces.get(to).isDash()
                            && pieces.get(to - 1).touches(pieces.get(to))
                            && pieces.get(to).touches(pieces.get(to + 1))
                    ? to + 1
                    : to;
            BigDecimal more = scaleAt(pieces, next);
            if (more == null) {
                break;
            }
            scale = scale.multiply(more);
            to = next + 1;
        }
        boolean plain = to == after;
        return new Numeral(base, scale, to, plain || form != Numeral.Form.YEARLIKE ? form : Numeral.Form.DIGITS);
    }

    private @Nullable BigDecimal scaleAt(List<Piece> pieces, int i) {
        return i < pieces.size() && pieces.get(i).isWord()
                ? scales.get(pieces.get(i).lower())
                : null;
    }

    private static @Nullable Piece at(List<Piece> pieces, int i, String... words) {
        if (i < pieces.size()) {
            for (String word : words) {
                if (pieces.get(i).is(word)) {
                    return pieces.get(i);
                }
            }
        }
        return null;
    }
}
