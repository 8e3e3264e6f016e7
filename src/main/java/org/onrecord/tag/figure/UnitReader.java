package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Piece;

/** Reads signs of money before a number and the words of money, percent and measure after it. */
final class UnitReader {
    /** The most pieces of a unit or sign: "U.S.$", "new taiwan dollars". */
    private static final int LONGEST = 5;

    /**
     * A unit that stands in a text.
     *
     * @param name how it is written in a figure: {@code USD}, {@code percent}, {@code days}
     * @param kind the sort of quantity that it makes
     * @param part what one of it is worth: 0.01 for cents
     * @param to the index of the piece after it
     */
    record Unit(String name, Quantity.Kind kind, BigDecimal part, int to) {}

    private record Entry(String name, Quantity.Kind kind, BigDecimal part) {}

    private final Map<String, String> symbols;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> rates;
    private final Set<String> touching = new HashSet<>();

    UnitReader(Lexicon words) {
        symbols = words.values("symbols");
        rates = words.section("rates");
        words.values("currencies").forEach((word, unit) -> {
            int star = unit.indexOf('*');
            String name = star < 0 ? unit : unit.substring(0, star);
            BigDecimal part = star < 0 ? BigDecimal.ONE : new BigDecimal(unit.substring(star + 1));
            entries.put(word, new Entry(name, Quantity.Kind.MONEY, part));
        });
        add(words.values("percent"), Quantity.Kind.PERCENT);
        add(words.values("units"), Quantity.Kind.MEASURED);
        for (String word : words.section("multiples")) {
            entries.put(word, new Entry("times", Quantity.Kind.MULTIPLE, BigDecimal.ONE));
        }
        touching.addAll(entries.keySet());
    }

    private void add(Map<String, String> units, Quantity.Kind kind) {
        units.forEach((word, unit) -> entries.put(word, new Entry(unit, kind, BigDecimal.ONE)));
    }

    /** The words that may touch a number's digits: "7nm", "2.6x", "40p". */
    Set<String> touching() {
        return touching;
    }

    /** The sign of money that starts at a piece; null when none does. */
    @Nullable
    Unit symbolAt(Pieces pieces, int i) {
        Unit best = null;
        for (int to = i + 1; to <= Math.min(pieces.size(), i + LONGEST); to++) {
            if (to > i + 1 && !pieces.touchesNext(to - 2)) {
                break;
            }
            String code = symbols.get(pieces.text(i, to));
            if (code != null) {
                best = new Unit(code, Quantity.Kind.MONEY, BigDecimal.ONE, to);
            }
        }
        return best;
    }

    /** The unit that starts at a piece, the longest that fits; null when none does. */
    @Nullable
    Unit unitAt(Pieces pieces, int i) {
        Unit best = null;
        StringBuilder exact = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int to = i + 1; to <= Math.min(pieces.size(), i + LONGEST); to++) {
            Piece piece = pieces.get(to - 1);
            if (to > i + 1 && !pieces.touchesNext(to - 2)) {
                exact.append(' ');
                lower.append(' ');
            }
            exact.append(piece.text());
            lower.append(piece.lower());
            Entry entry = entries.get(exact.toString());
            if (entry == null && piece.text().length() > 2) {
                entry = entries.get(lower.toString());
            }
            boolean apart = i > 0 && !pieces.touchesNext(i - 1);
            if (entry != null && !(apart && isTooShort(pieces.get(i)))) {
                best = new Unit(entry.name(), entry.kind(), entry.part(), to);
            }
        }
        return best;
    }

    /** A single letter is a unit only where it touches the number. */
    private static boolean isTooShort(Piece piece) {
        return piece.isWord() && piece.text().length() == 1;
    }

    /** " per second", " a week" where that follows; an empty text where nothing such does. */
    String rateAt(Pieces pieces, int i) {
        Piece time = pieces.at(i + 1);
        boolean rate = pieces.is(i, "a", "per", "every", "an", "each") && time != null && rates.contains(time.lower());
        return rate ? " " + pieces.text(i, i + 2) : "";
    }
}
