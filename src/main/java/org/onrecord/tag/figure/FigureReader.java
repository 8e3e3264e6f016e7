package org.onrecord.tag.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;
import org.onrecord.article.Passage;
import org.onrecord.article.Span;
import org.onrecord.tag.event.DateReader;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/**
 * Turns a place where a figure stands into a {@link Figure}: value, unit, measure, subject and period.
 *
 * <p>The place may be somewhat too short or too long; the quantity that overlaps it is taken, with both ends of a range,
 * currency, multiplier and unit.
 */
public final class FigureReader {
    /** How far from a figure, in characters, its measure, subject and period are looked for. */
    private static final int NEAR = 70;

    private static final int SENTENCE = 200;
    private static final int NAMES = 12;
    private static final int QUANTITIES = 8;

    /** A name after the figure counts as if it stood so many characters farther away. */
    private static final int AFTER = 25;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private static final Set<String> LINKS = Set.of("from", "to", "than", "against", "of", "or", "versus", "and");
    private static final Set<String> PAID = Set.of(
            "cost", "costs", "price", "prices", "priced", "paid", "pay", "pays", "sold", "sells", "sell", "went",
            "fetched", "fetches", "worth", "for", "target", "charged", "charges", "charge");
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

    private final QuantityReader quantities;
    private final Map<String, String> measures;
    private final Set<String> notCounted;
    private final DateReader dates = new DateReader();

    public FigureReader(QuantityReader quantities) {
        this.quantities = quantities;
        Lexicon list = Lexicon.named("figures");
        this.measures = list.values("measures");
        this.notCounted = list.section("not counted");
    }

    /** The figure at a place; nothing when no quantity stands there. */
    Optional<Figure> read(Reading reading, List<Name> names, Span place, double confidence) {
        InArticle article = new InArticle(reading, names);
        return Optional.ofNullable(article.at(place, confidence));
    }

    /**
     * The figures at several places of one article, in that order; left out are places where no quantity stands, counts of
     * people, and numbers that belong to a name.
     */
    public List<Figure> read(Reading reading, List<Name> names, List<Span> places, double confidence) {
        InArticle article = new InArticle(reading, names);
        List<Name> numbered = names.stream()
                .filter(name -> name.type() == EntityType.PRODUCT || name.type() == EntityType.POLICY)
                .sorted(Comparator.comparingInt(Name::start))
                .toList();
        Map<Span, Figure> figures = new LinkedHashMap<>();
        for (Span place : places) {
            Figure figure = article.at(place, confidence);
            if (figure != null
                    && !notCounted.contains(figure.unit())
                    && NamePlaces.at(numbered, figure.passage().start()) == null) {
                figures.putIfAbsent(figure.passage().span(), figure);
            }
        }
        return List.copyOf(figures.values());
    }

    private final class InArticle {
        private final Reading reading;
        private final List<Name> names;
        private final @Nullable List<Quantity>[] read;

        @SuppressWarnings({"unchecked", "rawtypes"})
        InArticle(Reading reading, List<Name> names) {
            this.reading = reading;
            this.names = Name.inOrder(names);
            this.read = new List[reading.sentences().size()];
        }

        private List<Quantity> in(int sentence) {
            List<Quantity> known = read[sentence];
            if (known == null) {
                known = quantities.in(reading, reading.sentences().get(sentence), names);
                read[sentence] = known;
            }
            return known;
        }

        @Nullable
        Figure at(Span place, double confidence) {
            for (int s = reading.sentenceAt(place.start());
                    s < read.length && reading.sentences().get(s).start() < place.end();
                    s++) {
                Quantity best = null;
                List<Quantity> own = in(s);
                for (int i = firstEndingAfter(own, place.start());
                        i < own.size() && own.get(i).start() < place.end();
                        i++) {
                    if (best == null || shared(own.get(i), place) > shared(best, place)) {
                        best = own.get(i);
                    }
                }
                if (best != null) {
                    return figure(s, best, confidence);
                }
            }
            return null;
        }

        private static int firstEndingAfter(List<Quantity> quantities, int offset) {
            int low = 0;
            int high = quantities.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (quantities.get(middle).end() <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int shared(Quantity quantity, Span place) {
            return Math.min(quantity.end(), place.end()) - Math.max(quantity.start(), place.start());
        }

        private Figure figure(int number, Quantity quantity, double confidence) {
            Sentence sentence = reading.sentences().get(number);
            Quantity whole = quantity.unit() == null ? likeItsNeighbour(number, quantity) : quantity;
            int from = Math.max(sentence.start(), quantity.start() - SENTENCE);
            int to = Math.min(sentence.end(), quantity.end() + SENTENCE);
            return new Figure(
                    Passage.of(reading.text(), quantity.start(), quantity.end()),
                    subject(sentence, quantity.start()),
                    measure(sentence, quantity),
                    whole.values(),
                    whole.unit() == null ? "units" : whole.unit(),
                    dates.period(
                            reading.text().substring(from, to),
                            quantity.start() - from,
                            quantity.end() - from,
                            reading.article().published()),
                    confidence);
        }

        /** A bare number counts what a number near it counts: "up from 119" after "164 days". */
        private Quantity likeItsNeighbour(int number, Quantity bare) {
            Quantity model = model(number, bare);
            if (model == null) {
                return bare;
            }
            List<BigDecimal> values = new ArrayList<>();
            for (BigDecimal value : bare.values()) {
                boolean scales = model.kind() == Quantity.Kind.MONEY && value.compareTo(THOUSAND) < 0;
                values.add(
                        scales
                                ? Numeral.plain(
                                        value.multiply(thousands(model.values().getLast())))
                                : value);
            }
            return new Quantity(bare.start(), bare.end(), model.kind(), values, model.unit(), bare.form());
        }

        private @Nullable Quantity model(int number, Quantity bare) {
            Sentence sentence = reading.sentences().get(number);
            boolean linked = isAmong(sentence, bare, LINKS, 1);
            boolean paid = isAmong(sentence, bare, PAID, 4) && !isRate(sentence, bare);
            boolean huge = bare.values().getFirst().compareTo(THOUSAND.multiply(THOUSAND)) >= 0;
            boolean share = bare.values().getLast().compareTo(BigDecimal.valueOf(100)) <= 0;
            for (int s = number; s >= Math.max(0, number - 3); s--) {
                List<Quantity> own = in(s);
                int last = firstEndingAfter(own, bare.start()) - 1;
                for (int i = last; i >= Math.max(0, last - QUANTITIES); i--) {
                    Quantity other = own.get(i);
                    if (!lends(other)) {
                        continue;
                    }
                    boolean fits = linked && s == number
                            || (paid || huge) && other.kind() == Quantity.Kind.MONEY
                            || s == number && !paid && isLikeCount(bare, other)
                            || share && !paid && other.kind() == Quantity.Kind.PERCENT;
                    if (fits || linked) {
                        return fits ? other : null;
                    }
                }
            }
            return null;
        }

        /** "Approved 212 applications and returned 97": of the same order or smaller. */
        private static boolean isLikeCount(Quantity bare, Quantity other) {
            return other.kind() == Quantity.Kind.COUNT
                    && bare.values()
                                    .getFirst()
                                    .compareTo(other.values().getLast().multiply(BigDecimal.TEN))
                            <= 0;
        }

        /** Whether one of the words stands before the figure, with at most so many others between. */
        private static boolean isAmong(Sentence sentence, Quantity quantity, Set<String> words, int reach) {
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

        private static boolean isRate(Sentence sentence, Quantity quantity) {
            int after = sentence.tokenAt(quantity.end());
            return sentence.at(after).is("a")
                    || sentence.at(after).is("per")
                    || sentence.at(after).is("every");
        }

        private static boolean lends(Quantity quantity) {
            return quantity.unit() != null
                    && quantity.kind() != Quantity.Kind.PART
                    && quantity.kind() != Quantity.Kind.MULTIPLE;
        }

        /** The largest of million, billion, trillion that a value reaches; 1 below a million. */
        private static BigDecimal thousands(BigDecimal value) {
            BigDecimal scale = BigDecimal.ONE;
            BigDecimal next = THOUSAND.multiply(THOUSAND);
            while (value.compareTo(next) >= 0 && next.precision() < 14) {
                scale = next;
                next = next.multiply(THOUSAND);
            }
            return scale;
        }

        /** The name that stands nearest to the figure in the sentence, products first. */
        private @Nullable String subject(Sentence sentence, int start) {
            Name best = null;
            int after = firstAfter(start);
            for (int i = Math.max(0, after - NAMES); i < Math.min(names.size(), after + NAMES); i++) {
                Name name = names.get(i);
                boolean fits = (name.type() == EntityType.PRODUCT || name.type() == EntityType.ORG)
                        && name.start() >= sentence.start()
                        && name.end() <= sentence.end();
                if (fits && (best == null || distance(name, start) < distance(best, start))) {
                    best = name;
                }
            }
            if (best == null) {
                best = lastBefore(after);
            }
            return best == null ? null : reading.text().substring(best.start(), best.end());
        }

        /** The organisation or product named last before, where the sentence names none. */
        private @Nullable Name lastBefore(int after) {
            for (int i = after - 1; i >= Math.max(0, after - NAMES); i--) {
                if (names.get(i).type() == EntityType.PRODUCT || names.get(i).type() == EntityType.ORG) {
                    return names.get(i);
                }
            }
            return null;
        }

        private int firstAfter(int offset) {
            int low = 0;
            int high = names.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (names.get(middle).start() < offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static int distance(Name name, int start) {
            int gap = name.start() < start ? start - name.end() : name.start() - start + AFTER;
            return name.type() == EntityType.PRODUCT ? gap : gap + 30;
        }

        /** Money is not shipped, chips are no revenue, and a share of a market is in percent. */
        private static boolean suits(Measure measure, Quantity quantity) {
            boolean money = quantity.kind() == Quantity.Kind.MONEY;
            boolean share = quantity.kind() == Quantity.Kind.PERCENT || quantity.kind() == Quantity.Kind.PART;
            boolean bare = quantity.kind() == Quantity.Kind.BARE;
            return switch (measure) {
                case PRICE, REVENUE, STAKE -> money || share || bare;
                case SHIPMENT, PRODUCTION, PERFORMANCE -> !money;
                case MARKET_SHARE -> share || bare;
                case SALES, CHARGE_OR_LOSS, OTHER -> true;
            };
        }

        private Measure measure(Sentence sentence, Quantity quantity) {
            Measure best = Measure.OTHER;
            int nearest = NEAR;
            for (int i = sentence.tokenAt(Math.max(sentence.start(), quantity.start() - NEAR));
                    i < sentence.size() && sentence.get(i).start() < quantity.end() + NEAR;
                    i++) {
                Token token = sentence.get(i);
                String label = measures.get(token.lower());
                if (label != null && suits(Measure.ofLabel(label), quantity)) {
                    int gap = token.start() < quantity.start()
                            ? quantity.start() - token.start()
                            : Math.max(0, token.start() - quantity.end());
                    if (gap < nearest) {
                        nearest = gap;
                        best = Measure.ofLabel(label);
                    }
                }
            }
            return best;
        }
    }
}
