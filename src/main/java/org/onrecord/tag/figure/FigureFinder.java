package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.speaker.CountedNoun;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds by rules which quantities of a text are worth checking: money, percentages, counts of goods and the like. */
public final class FigureFinder {
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final QuantityReader quantities;
    private final Set<String> time;
    private final Set<String> telling;
    private final Set<String> untelling;
    private final Set<String> parted;
    private final Set<String> goods;

    public FigureFinder(QuantityReader quantities) {
        this.quantities = quantities;
        Lexicon words = Lexicon.named("figures");
        time = words.section("time");
        telling = words.section("telling counts");
        untelling = words.section("untelling counts");
        parted = words.section("parted");
        goods = words.section("goods");
    }

    /** The places of figures, in the order of the text; none overlaps another. */
    public List<Span> find(Reading reading, List<Name> names) {
        return find(reading, names, quantity -> true);
    }

    /** Of these, where goods are counted: "30 jets". */
    public List<Span> goods(Reading reading, List<Name> names) {
        return find(reading, names, quantity -> isCountOfGoods(quantity, reading));
    }

    /** Things of the list of goods; no year before them ("2024 chips"), and no number that ends a name ("RTX 4090 cards"). */
    private boolean isCountOfGoods(Quantity quantity, Reading reading) {
        if (quantity.kind() != Quantity.Kind.COUNT || quantity.form() == Numeral.Form.YEARLIKE) {
            return false;
        }
        List<Token> words = reading.words(quantity.start(), quantity.end());
        Sentence sentence = reading.sentences().get(reading.sentenceAt(quantity.start()));
        int first = sentence.tokenAt(quantity.start());
        boolean named =
                first > 1 && Character.isUpperCase(sentence.at(first - 1).text().charAt(0));
        return !words.isEmpty() && goods.contains(words.getLast().lower()) && !named;
    }

    private List<Span> find(Reading reading, List<Name> names, Predicate<Quantity> wanted) {
        List<Name> ordered = Name.inOrder(names);
        List<Span> places = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            Quantity before = null;
            for (Quantity quantity : quantities.in(reading, sentence, ordered)) {
                boolean found = NamePlaces.at(ordered, quantity.start()) == null
                        && isWorthChecking(quantity, before, reading, sentence);
                if (found && wanted.test(quantity)) {
                    places.add(new Span(quantity.start(), quantity.end()));
                }
                before = found ? quantity : null;
            }
        }
        return places;
    }

    private boolean isWorthChecking(Quantity quantity, @Nullable Quantity before, Reading reading, Sentence sentence) {
        boolean written = quantity.form() == Numeral.Form.WORDS;
        return switch (quantity.kind()) {
            case MONEY -> !written || isAtLeast(quantity, THOUSAND) && !isPremodifier(quantity, sentence);
            case PERCENT -> !"points".equals(quantity.unit()) && (!written || isAtLeast(quantity, TEN));
            case PART -> isPartOfSomething(quantity, sentence);
            case COUNT -> isTellingCount(quantity, written);
            case MEASURED ->
                !written && !isPremodifier(quantity, sentence) && !isTime(quantity) && isAtLeast(quantity, TEN)
                        || isTime(quantity)
                                && isAtLeast(quantity, TEN)
                                && wordBefore(quantity, sentence).isA("AUX");
            case MULTIPLE -> !written && !isAtLeast(quantity, HUNDRED);
            case BARE -> !written && (isLarge(quantity, reading) || isLinked(quantity, before, sentence));
        };
    }

    private static boolean isAtLeast(Quantity quantity, BigDecimal least) {
        return quantity.values().getLast().abs().compareTo(least) >= 0;
    }

    /** "A forty-thousand-dollar processor", "a 20-minute film": the quantity only describes. */
    private static boolean isPremodifier(Quantity quantity, Sentence sentence) {
        for (int i = sentence.tokenAt(quantity.start()); i < sentence.size(); i++) {
            if (sentence.get(i).start() >= quantity.end()) {
                return false;
            }
            if (sentence.get(i).text().contains("-")) {
                return true;
            }
        }
        return false;
    }

    private static Token wordBefore(Quantity quantity, Sentence sentence) {
        return sentence.at(sentence.tokenAt(quantity.start()) - 1);
    }

    private boolean isTime(Quantity quantity) {
        return quantity.unit() != null && time.contains(quantity.unit());
    }

    /** Goods in digits, other things from a hundred on, and what is always worth counting, such as jobs. */
    private boolean isTellingCount(Quantity quantity, boolean written) {
        if (quantity.unit() == null || untelling.contains(quantity.unit())) {
            return false;
        }
        if (written) {
            return isAtLeast(quantity, THOUSAND);
        }
        boolean thing = CountedNoun.GOODS.equals(quantity.unit()) || telling.contains(quantity.unit());
        return isAtLeast(quantity, thing ? TEN : HUNDRED);
    }

    /** Ratios, and parts by which something changed or that are of something: "cut by a third", "two-fifths of sales". */
    private boolean isPartOfSomething(Quantity quantity, Sentence sentence) {
        int first = sentence.tokenAt(quantity.start());
        boolean changed = parted.contains(sentence.at(first - 1).lower());
        boolean article = sentence.at(first).is("a") || sentence.at(first).is("half");
        return changed || !article && !sentence.at(first + 2).is("in");
    }

    /** A number from a thousand on, with its commas, so that no year or code is taken for one. */
    private static boolean isLarge(Quantity quantity, Reading reading) {
        String words = reading.text().substring(quantity.start(), quantity.end());
        return isAtLeast(quantity, THOUSAND)
                && words.chars().anyMatch(c -> c == ',' || Character.isLetter(c))
                && words.indexOf('-') < 0;
    }

    /** "Up from 119", "instead of 150": a number that is set against the one before it. */
    private static boolean isLinked(Quantity quantity, @Nullable Quantity before, Sentence sentence) {
        if (before == null || before.unit() == null) {
            return false;
        }
        int i = sentence.tokenAt(quantity.start());
        Token last = sentence.at(i - 1);
        Token secondLast = sentence.at(i - 2);
        return last.is("from") && (secondLast.is("up") || secondLast.is("down") || before.end() > secondLast.start())
                || last.is("of") && secondLast.is("instead")
                || last.is("to") && before.end() >= secondLast.start();
    }
}
