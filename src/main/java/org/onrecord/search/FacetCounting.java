package org.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.onrecord.index.IndexSchema;

/** Counts how articles divide along fields, segment by segment. */
final class FacetCounting {
    private static final int MOST_VALUES = 50;

    /** Fields of the query language and of the index, in the order of a page. */
    private static final List<Map.Entry<String, String>> FIELDS = List.of(
            Map.entry("source", IndexSchema.SOURCE),
            Map.entry("site", IndexSchema.HOST),
            Map.entry("lang", IndexSchema.LANG),
            Map.entry("actor", IndexSchema.ACTOR),
            Map.entry("said-by", IndexSchema.SAID_BY),
            Map.entry("act", IndexSchema.ACT),
            Map.entry("issue", IndexSchema.ISSUE),
            Map.entry("stance", IndexSchema.STANCE),
            Map.entry("product", IndexSchema.PRODUCT),
            Map.entry("policy", IndexSchema.POLICY),
            Map.entry("event", IndexSchema.EVENT));

    private final Map<String, Map<String, Long>> counts = new HashMap<>();
    private final Map<Long, Long> days = new TreeMap<>();

    /** Adds the articles of one segment. */
    void add(LeafReaderContext segment, BitSet articles) throws IOException {
        for (Map.Entry<String, String> field : FIELDS) {
            count(
                    segment.reader(),
                    field.getValue(),
                    articles,
                    counts.computeIfAbsent(field.getKey(), f -> new HashMap<>()));
        }
        SortedNumericDocValues day = DocValues.getSortedNumeric(segment.reader(), IndexSchema.DAY);
        BitSetIterator each = new BitSetIterator(articles, articles.approximateCardinality());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (day.advanceExact(doc)) {
                days.merge(day.nextValue(), 1L, Long::sum);
            }
        }
    }

    /** Adds the counts of one field alone. */
    static void count(LeafReader segment, String field, BitSet articles, Map<String, Long> counts) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
        BitSetIterator each = new BitSetIterator(articles, articles.approximateCardinality());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
            }
        }
    }

    List<Facet> facets() {
        List<Facet> facets = new ArrayList<>();
        for (Map.Entry<String, String> field : FIELDS) {
            facets.add(new Facet(field.getKey(), most(counts.getOrDefault(field.getKey(), Map.of()), MOST_VALUES)));
        }
        facets.add(new Facet(
                "date",
                days.entrySet().stream()
                        .map(day -> new Facet.Count(
                                LocalDate.ofEpochDay(day.getKey()).toString(), day.getValue()))
                        .toList()));
        return facets;
    }

    /** The values with the highest counts, equal counts in the order of the alphabet. */
    static List<Facet.Count> most(Map<String, Long> counts, int limit) {
        return counts.entrySet().stream()
                .map(entry -> new Facet.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Facet.Count::articles)
                        .reversed()
                        .thenComparing(Facet.Count::value))
                .limit(limit)
                .toList();
    }
}
