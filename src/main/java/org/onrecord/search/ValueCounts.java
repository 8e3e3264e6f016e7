package org.onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;

/** How often each value of a keyword field occurs, added up segment by segment. */
final class ValueCounts {
    private final Map<String, Long> counts = new HashMap<>();

    /** Counts the documents that have a value. */
    void add(LeafReader segment, String field, BitSet documents) throws IOException {
        add(segment, field, documents, doc -> doc, doc -> doc, doc -> 1);
    }

    /**
     * Counts for each document the values of another one, and only once for the same group.
     *
     * @param holder from a document to the one with its values; never goes backwards
     * @param group from a document to what is counted; never goes backwards
     * @param weight from a group to how much it counts
     */
    void add(
            LeafReader segment,
            String field,
            BitSet documents,
            IntUnaryOperator holder,
            IntUnaryOperator group,
            IntUnaryOperator weight)
            throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        int distinct = Math.toIntExact(values.getValueCount());
        if (distinct == 0) {
            return;
        }
        long[] byOrdinal = new long[distinct];
        int[] lastGroup = new int[distinct];
        Arrays.fill(lastGroup, -1);
        int lastHolder = -1;
        int[] ordinals = new int[8];
        int length = 0;
        BitSetIterator each = new BitSetIterator(documents, documents.approximateCardinality());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            int of = holder.applyAsInt(doc);
            if (of != lastHolder) {
                lastHolder = of;
                length = values.advanceExact(of) ? values.docValueCount() : 0;
                ordinals = length > ordinals.length ? new int[length] : ordinals;
                for (int i = 0; i < length; i++) {
                    ordinals[i] = (int) values.nextOrd();
                }
            }
            int counted = group.applyAsInt(doc);
            for (int i = 0; i < length; i++) {
                if (lastGroup[ordinals[i]] != counted) {
                    lastGroup[ordinals[i]] = counted;
                    byOrdinal[ordinals[i]] += weight.applyAsInt(counted);
                }
            }
        }
        for (int ordinal = 0; ordinal < distinct; ordinal++) {
            if (byOrdinal[ordinal] > 0) {
                counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
            }
        }
    }

    int size() {
        return counts.size();
    }

    /** The values with the highest counts, equal counts in the order of the alphabet. */
    List<Map.Entry<String, Long>> most(int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(limit)
                .toList();
    }

    long of(String value) {
        return counts.getOrDefault(value, 0L);
    }
}
