package org.onrecord.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/** Collects what matches, segment by segment. */
final class MatchingDocuments
        implements CollectorManager<MatchingDocuments.OfSlice, Map<LeafReaderContext, FixedBitSet>> {
    @Override
    public OfSlice newCollector() {
        return new OfSlice();
    }

    @Override
    public Map<LeafReaderContext, FixedBitSet> reduce(Collection<OfSlice> slices) {
        Map<LeafReaderContext, FixedBitSet> all = new LinkedHashMap<>();
        slices.forEach(slice -> all.putAll(slice.matching));
        return all;
    }

    /** The part of one thread. */
    static final class OfSlice implements Collector {
        private final Map<LeafReaderContext, FixedBitSet> matching = new LinkedHashMap<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) {
            FixedBitSet bits = new FixedBitSet(segment.reader().maxDoc());
            matching.put(segment, bits);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // Scores do not matter for counting.
                }

                @Override
                public void collect(int doc) {
                    bits.set(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
