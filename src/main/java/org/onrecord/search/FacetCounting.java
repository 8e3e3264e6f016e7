package org.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** Counts how the answers to one question divide along fields and over time. */
final class FacetCounting {
    private static final int MOST_VALUES = 50;

    private final Asking asking;
    private final UnderstoodQuery understood;
    private final Narrowing narrowing;
    private final Kind wanted;
    private final Map<LeafReaderContext, FixedBitSet> matching;

    /** @param wanted what is counted */
    FacetCounting(Asking asking, UnderstoodQuery understood, Kind wanted) throws IOException {
        this(asking, understood, wanted, asking.matching(understood.forKind(wanted)));
    }

    /** @param matching the answers, if they are known */
    FacetCounting(
            Asking asking, UnderstoodQuery understood, Kind wanted, Map<LeafReaderContext, FixedBitSet> matching) {
        this.asking = asking;
        this.understood = understood;
        this.narrowing = new Narrowing(understood.shape());
        this.wanted = wanted;
        this.matching = matching;
    }

    /** The facets and the counts over time, with the number of all answers. */
    <T> Hits<T> with(List<T> hits) throws IOException {
        return with(
                hits,
                matching.values().stream().mapToLong(FixedBitSet::cardinality).sum());
    }

    /** The same, where what is listed is not what is counted. */
    <T> Hits<T> with(List<T> hits, long total) throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (FacetField field : FacetField.values()) {
            facets.add(new Facet(field.label(), choices(field, count(field))));
        }
        TreeMap<LocalDate, Long> days = days();
        facets.add(weeks(days));
        return new Hits<>(hits, total, facets, OverTime.of(days, narrowing::during, narrowing.undated()), null, null);
    }

    private List<Facet.Count> choices(FacetField field, ValueCounts counts) {
        List<Facet.Count> choices = new ArrayList<>();
        for (Map.Entry<String, Long> value : counts.most(MOST_VALUES)) {
            boolean chosen = narrowing.isChosen(field, value.getKey());
            choices.add(new Facet.Count(
                    value.getKey(),
                    value.getValue(),
                    chosen,
                    chosen ? narrowing.without(field, value.getKey()) : narrowing.with(field, value.getKey())));
        }
        return choices;
    }

    private ValueCounts count(FacetField field) throws IOException {
        QueryCompiler compiler = understood.compiler();
        Condition asked = understood.condition();
        Optional<Condition> aside = narrowing.aside(field);
        ValueCounts counts = new ValueCounts();
        if (field.kind() != wanted && field.kind() != Kind.ARTICLE && QueryCompiler.describes(asked, field.kind())) {
            Map<LeafReaderContext, FixedBitSet> documents = aside.isPresent()
                    ? asking.matching(compiler.whateverFindings(aside.get(), field.kind(), wanted))
                    : matching;
            countFindings(field, compiler.findings(aside.orElse(asked), field.kind()), documents, counts);
            return counts;
        }
        Map<LeafReaderContext, FixedBitSet> documents =
                aside.isPresent() ? asking.matching(compiler.compile(aside.get(), wanted)) : matching;
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment : documents.entrySet()) {
            LeafReader reader = asking.unlimited(segment.getKey());
            BitSet articles = asking.articlesIn(segment.getKey());
            if (field.kind() != wanted && wanted != Kind.ARTICLE) {
                counts.add(
                        reader,
                        field.ofArticle(),
                        segment.getValue(),
                        doc -> articles.nextSetBit(doc),
                        doc -> doc,
                        doc -> 1);
            } else if (wanted == Kind.ARTICLE
                    && !reader.hasDeletions()
                    && segment.getValue().cardinality() == articles.cardinality()) {
                counts.addAll(reader, field.ofArticle());
            } else {
                String indexed = field.kind() == wanted ? field.ofOwnKind() : field.ofArticle();
                counts.add(reader, indexed, segment.getValue());
            }
        }
        return counts;
    }

    /**
     * The query describes findings of the field's kind: their values count, not those of others in the article.
     *
     * @param documents what is counted, in whose articles the findings must stand
     */
    private void countFindings(
            FacetField field, Query findings, Map<LeafReaderContext, FixedBitSet> documents, ValueCounts counts)
            throws IOException {
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment :
                asking.matching(findings).entrySet()) {
            FixedBitSet counted = documents.get(segment.getKey());
            if (counted == null) {
                continue;
            }
            BitSet articles = asking.articlesIn(segment.getKey());
            counts.add(
                    asking.unlimited(segment.getKey()),
                    field.ofOwnKind(),
                    segment.getValue(),
                    doc -> doc,
                    doc -> articles.nextSetBit(doc),
                    article ->
                            counted.cardinality(article == 0 ? 0 : articles.prevSetBit(article - 1) + 1, article + 1));
        }
    }

    private TreeMap<LocalDate, Long> days() throws IOException {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment : matching.entrySet()) {
            SortedNumericDocValues day =
                    DocValues.getSortedNumeric(asking.unlimited(segment.getKey()), IndexSchema.DAY);
            BitSet articles = asking.articlesIn(segment.getKey());
            long[] found = new long[segment.getValue().cardinality()];
            int count = 0;
            int last = -1;
            BitSetIterator each =
                    new BitSetIterator(segment.getValue(), segment.getValue().length());
            for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
                int article = wanted == Kind.ARTICLE ? doc : articles.nextSetBit(doc);
                found[count] = article != last && day.advanceExact(article) ? day.nextValue() : found[count - 1];
                last = article;
                count++;
            }
            Arrays.sort(found);
            for (int start = 0, end = 1; start < count; start = end++) {
                while (end < count && found[end] == found[start]) {
                    end++;
                }
                days.merge(LocalDate.ofEpochDay(found[start]), (long) end - start, Long::sum);
            }
        }
        return days;
    }

    private Facet weeks(TreeMap<LocalDate, Long> days) {
        Stream<OverTime.Span> weeks = days.isEmpty()
                ? Stream.of()
                : OverTime.spans(CalendarStep.WEEK, days, narrowing::during).reversed().stream()
                        .filter(week -> week.count() > 0)
                        .limit(MOST_VALUES);
        return new Facet(
                "date",
                weeks.map(week -> {
                            boolean chosen = narrowing.isDated(week.from(), week.to());
                            return new Facet.Count(
                                    week.from() + ".." + week.to(),
                                    week.count(),
                                    chosen,
                                    chosen ? narrowing.undated() : week.query());
                        })
                        .toList());
    }
}
