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
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** How often each value of a keyword field occurs, added up segment by segment. */
final class ValueCounts {
    private final Map<String, Long> counts = new HashMap<>();

    /** Counts all documents of a segment that have a value, if none of them is deleted. */
    void addAll(LeafReader segment, String field) throws IOException {
        Terms terms = segment.terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            counts.merge(term.utf8ToString(), (long) each.docFreq(), Long::sum);
        }
    }

    /** Counts the documents that have a value. */
    void add(LeafReader segment, String field, FixedBitSet documents) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
        SortedDocValues single = DocValues.unwrapSingleton(values);
        BitSetIterator each = new BitSetIterator(documents, documents.length());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (single != null) {
                if (single.advanceExact(doc)) {
                    byOrdinal[single.ordValue()]++;
                }
            } else if (values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }
        merge(values, byOrdinal);
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
            FixedBitSet documents,
            IntUnaryOperator holder,
            IntUnaryOperator group,
            IntUnaryOperator weight)
            throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(segment, field);
        long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
        int[] lastGroup = new int[byOrdinal.length];
        Arrays.fill(lastGroup, -1);
        int lastHolder = -1;
        int[] ordinals = new int[8];
        int length = 0;
        BitSetIterator each = new BitSetIterator(documents, documents.length());
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
        merge(values, byOrdinal);
    }

    private void merge(SortedSetDocValues values, long[] byOrdinal) throws IOException {
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
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
}
