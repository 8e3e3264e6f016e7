package org.onrecord.search;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/** Collects the articles of what matches, findings or articles, segment by segment. */
final class ArticleBits implements CollectorManager<ArticleBits.OfSlice, Map<LeafReaderContext, BitSet>> {
    private final BitSetProducer articles;

    ArticleBits(BitSetProducer articles) {
        this.articles = articles;
    }

    @Override
    public OfSlice newCollector() {
        return new OfSlice(articles);
    }

    @Override
    public Map<LeafReaderContext, BitSet> reduce(Collection<OfSlice> slices) {
        Map<LeafReaderContext, BitSet> all = new LinkedHashMap<>();
        slices.forEach(slice -> all.putAll(slice.matching));
        return all;
    }

    /** The part of one thread. */
    static final class OfSlice implements Collector {
        private final BitSetProducer articles;
        private final Map<LeafReaderContext, BitSet> matching = new LinkedHashMap<>();

        private OfSlice(BitSetProducer articles) {
            this.articles = articles;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            BitSet parents = articles.getBitSet(segment);
            FixedBitSet bits = new FixedBitSet(segment.reader().maxDoc());
            matching.put(segment, bits);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // Scores do not matter for counting.
                }

                @Override
                public void collect(int doc) {
                    if (parents != null) {
                        bits.set(parents.nextSetBit(doc));
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
