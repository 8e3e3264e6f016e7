package org.onrecord.tag.figure;

import static org.onrecord.tag.figure.Quantity.Kind.COUNT;
import static org.onrecord.tag.figure.Quantity.Kind.MONEY;
import static org.onrecord.tag.figure.Quantity.Kind.MULTIPLE;
import static org.onrecord.tag.figure.Quantity.Kind.PART;
import static org.onrecord.tag.figure.Quantity.Kind.PERCENT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Gives a bare number the unit of a number near it: "up from 119" after "164 days". */
final class LentUnit {
    private static final int SENTENCES_BACK = 3;

    /** How many quantities further back than the last one of a sentence are looked at. */
    private static final int QUANTITIES_BACK = 8;

    private static final int PRICE_REACH = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final Set<String> LINKS = Set.of("from", "to", "than", "against", "of", "or", "versus", "and");
    private static final Set<String> PAID = Set.of(
            "cost", "costs", "price", "prices", "priced", "paid", "pay", "pays", "sold", "sells", "sell", "went",
            "fetched", "fetches", "worth", "for", "target", "charged", "charges", "charge");

    /** Words before a number that do not count as standing between. */
    private static final Set<String> ABOUT = Set.of(
            "about",
            "around",
            "nearly",
            "almost",
            "some",
            "at",
            "least",
            "roughly",
            "only",
            "just",
            "over",
            "up",
            "under",
            "approximately",
            "more",
            "less",
            "fewer",
            "even");

    private final Reading reading;
    private final ArticleQuantities quantities;

    LentUnit(Reading reading, ArticleQuantities quantities) {
        this.reading = reading;
        this.quantities = quantities;
    }

    /** The bare number with kind, unit and multiplier of the one near it; the same when none fits. */
    Quantity apply(ArticleQuantities.Place place) {
        Quantity bare = place.quantity();
        Quantity lender = lender(place.sentence(), bare);
        if (lender == null) {
            return bare;
        }
        BigDecimal scale = lender.kind() == MONEY ? scale(lender.values().getLast()) : BigDecimal.ONE;
        List<BigDecimal> values = bare.values().stream()
                .map(value -> lender.kind() == MONEY && value.compareTo(THOUSAND) < 0
                        ? Numeral.plain(value.multiply(scale))
                        : value)
                .toList();
        return new Quantity(bare.start(), bare.end(), lender.kind(), values, lender.unit(), bare.form());
    }

    private @Nullable Quantity lender(int number, Quantity bare) {
        Sentence sentence = reading.sentences().get(number);
        boolean linked = isAfter(sentence, bare, LINKS, 1);
        boolean paid = isAfter(sentence, bare, PAID, PRICE_REACH) && !isRate(sentence, bare);
        boolean huge = bare.values().getFirst().compareTo(MILLION) >= 0;
        boolean share = bare.values().getLast().compareTo(HUNDRED) <= 0;
        for (int s = number; s >= Math.max(0, number - SENTENCES_BACK); s--) {
            List<Quantity> before = quantities.before(s, bare.start());
            for (Quantity other : before.subList(0, Math.min(before.size(), QUANTITIES_BACK + 1))) {
                if (!lends(other)) {
                    continue;
                }
                boolean fits = linked && s == number
                        || (paid || huge) && other.kind() == MONEY
                        || s == number && !paid && isLikeCount(bare, other)
                        || share && !paid && other.kind() == PERCENT;
                if (fits || linked) {
                    return fits ? other : null;
                }
            }
        }
        return null;
    }

    private static boolean lends(Quantity quantity) {
        return quantity.unit() != null && quantity.kind() != PART && quantity.kind() != MULTIPLE;
    }

    /** "Approved 212 applications and returned 97": of the same order or smaller. */
    private static boolean isLikeCount(Quantity bare, Quantity other) {
        BigDecimal most = other.values().getLast().multiply(BigDecimal.TEN);
        return other.kind() == COUNT && bare.values().getFirst().compareTo(most) <= 0;
    }

    /** Whether one of the words stands before the figure, with fewer than {@code reach} others between. */
    private static boolean isAfter(Sentence sentence, Quantity quantity, Set<String> words, int reach) {
        int left = reach;
        for (int i = sentence.tokenAt(quantity.start()) - 1; i >= 0 && left > 0; i--) {
            Token token = sentence.get(i);
            if (words.contains(token.lower())) {
                return true;
            }
            if (token.isWord() && !ABOUT.contains(token.lower())) {
                left--;
            }
        }
        return false;
    }

    /** "40 a day", "3 per rack". */
    private static boolean isRate(Sentence sentence, Quantity quantity) {
        Token after = sentence.at(sentence.tokenAt(quantity.end()));
        return after.is("a") || after.is("per") || after.is("every");
    }

    /** The largest of million, billion, trillion that a value reaches; 1 below a million. */
    private static BigDecimal scale(BigDecimal value) {
        BigDecimal scale = BigDecimal.ONE;
        BigDecimal next = MILLION;
        while (value.compareTo(next) >= 0 && next.precision() < 14) {
            scale = next;
            next = next.multiply(THOUSAND);
        }
        return scale;
    }
}
