package org.onrecord.tag.figure;

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
import org.onrecord.article.Published;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.speaker.CountedNoun;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/**
 * Turns a place where a figure stands into a {@link Figure}: value and unit ({@link ArticleQuantities}, {@link LentUnit}),
 * measure ({@link MeasureFinder}), subject ({@link FigureSubject}) and period ({@link
 * PeriodFinder}).
 *
 * <p>The place may be somewhat too short or too long; the quantity that overlaps it is taken, with both ends of a range,
 * currency, multiplier and unit.
 */
public final class FigureReader {
    /** How far from a figure, in characters, its period is looked for. */
    private static final int PERIOD_REACH = 200;

    private final QuantityReader quantities;
    private final MeasureFinder measures;
    private final Set<String> notCounted;
    private final Set<String> polls;
    private final Set<String> business;

    public FigureReader(QuantityReader quantities) {
        this.quantities = quantities;
        Lexicon list = Lexicon.named("figures");
        this.measures = new MeasureFinder(list);
        this.notCounted = list.section("not counted");
        this.polls = list.section("polls");
        this.business = list.section("business");
    }

    /** The figure at a place; nothing when no quantity stands there. */
    Optional<Figure> read(Reading reading, List<Name> names, Span place, double confidence) {
        return Optional.ofNullable(new InArticle(reading, names).at(place, confidence));
    }

    /**
     * The figures at several places of one article, in that order; left out are places where no quantity stands, counts of
     * people and their shares in polls, and numbers that belong to a name.
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
                    && !article.isPolled(figure)
                    && NamePlaces.at(numbered, figure.passage().start()) == null) {
                figures.putIfAbsent(figure.passage().span(), figure);
            }
        }
        return List.copyOf(figures.values());
    }

    private final class InArticle {
        private final Reading reading;
        private final ArticleQuantities own;
        private final LentUnit lent;
        private final FigureSubject subjects;

        InArticle(Reading reading, List<Name> names) {
            List<Name> ordered = Name.inOrder(names);
            this.reading = reading;
            this.own = new ArticleQuantities(reading, ordered, quantities);
            this.lent = new LentUnit(reading, own);
            this.subjects = new FigureSubject(reading.text(), ordered);
        }

        @Nullable
        Figure at(Span place, double confidence) {
            ArticleQuantities.Place found = own.at(place);
            return found == null ? null : figure(found, confidence);
        }

        /** Whether a figure is the share of voters in a poll or an election, and nothing that is measured. */
        boolean isPolled(Figure figure) {
            if (!Quantity.PERCENT.equals(figure.unit()) || figure.measure() != Measure.OTHER) {
                return false;
            }
            Sentence sentence =
                    reading.sentences().get(reading.sentenceAt(figure.passage().start()));
            boolean polled = false;
            for (int i = 0; i < sentence.size(); i++) {
                String one = sentence.get(i).lower();
                String two = one + " " + sentence.at(i + 1).lower();
                if (business.contains(one)) {
                    return false;
                }
                polled |= polls.contains(one)
                        || polls.contains(two)
                        || polls.contains(two + " " + sentence.at(i + 2).lower());
            }
            return polled;
        }

        private Figure figure(ArticleQuantities.Place place, double confidence) {
            Sentence sentence = reading.sentences().get(place.sentence());
            Quantity quantity = place.quantity();
            Quantity whole = quantity.unit() == null ? lent.apply(place) : quantity;
            int from = Math.max(sentence.start(), quantity.start() - PERIOD_REACH);
            int to = Math.min(sentence.end(), quantity.end() + PERIOD_REACH);
            Published published = reading.article().published();
            return new Figure(
                    Passage.of(reading.text(), quantity.start(), quantity.end()),
                    subjects.of(sentence, quantity.start()),
                    measures.of(sentence, quantity),
                    whole.values(),
                    whole.unit() == null ? CountedNoun.GOODS : whole.unit(),
                    PeriodFinder.in(
                            reading.text().substring(from, to),
                            quantity.start() - from,
                            quantity.end() - from,
                            published == null ? null : published.day()),
                    confidence);
        }
    }
}
