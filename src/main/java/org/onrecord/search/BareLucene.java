package org.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.onrecord.article.ActorId;
import org.onrecord.index.ArticleReaders;
import org.onrecord.index.IndexException;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/**
 * What Lucene alone does for a question to the same index: finds and counts, sorts, and fetches what is stored of the first ten.
 * No query language, no passages, nothing read out of the article. The peer that the search is measured against.
 */
public final class BareLucene implements AutoCloseable {
    private static final int TOP = 10;
    private static final List<String> FACETS = List.of(
            IndexSchema.SOURCE,
            IndexSchema.HOST,
            IndexSchema.LANG,
            IndexSchema.ACTOR,
            IndexSchema.SAID_BY,
            IndexSchema.ACT,
            IndexSchema.ISSUE,
            IndexSchema.STANCE,
            IndexSchema.PRODUCT,
            IndexSchema.POLICY,
            IndexSchema.EVENT);

    private final ArticleReaders readers;
    private final Analyzer analyzer = IndexSchema.queryAnalyzer();

    /** @param readers where to look; not closed by this */
    public BareLucene(ArticleReaders readers) {
        this.readers = readers;
    }

    /** Takes Lucene's cache of answers out of the process, or a benchmark would measure that. */
    public static void withoutCache() {
        IndexSearcher.setDefaultQueryCache(null);
    }

    /** Articles with all words, in any form; the number of them. */
    public long all(List<String> words) {
        return articles(conjunction(words));
    }

    public long any(List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(word(word), Occur.SHOULD));
        return articles(any.build());
    }

    public long phrase(List<String> words) {
        return articles(either(
                new PhraseQuery(IndexSchema.TITLE, words.toArray(String[]::new)),
                new PhraseQuery(IndexSchema.TEXT, words.toArray(String[]::new))));
    }

    public long prefix(String start) {
        return articles(either(
                new PrefixQuery(new Term(IndexSchema.TITLE, start)),
                new PrefixQuery(new Term(IndexSchema.TEXT, start))));
    }

    /** Articles with a word, published from one day to another. */
    public long during(String word, LocalDate from, LocalDate to) {
        return articles(new BooleanQuery.Builder()
                .add(word(word), Occur.MUST)
                .add(
                        IntPoint.newRangeQuery(IndexSchema.DAY, (int) from.toEpochDay(), (int) to.toEpochDay()),
                        Occur.FILTER)
                .build());
    }

    /** The newest articles of a source with a word. */
    public long newest(String word, String source) {
        Query query = new BooleanQuery.Builder()
                .add(word(word), Occur.FILTER)
                .add(new TermQuery(new Term(IndexSchema.SOURCE, source)), Occur.FILTER)
                .add(QueryCompiler.all(Kind.ARTICLE), Occur.FILTER)
                .build();
        Sort newest = new Sort(LongField.newSortField(IndexSchema.INSTANT, true, SortedNumericSelector.Type.MAX));
        return ask(searcher -> {
            TopDocs top = searcher.search(query, new TopFieldCollectorManager(newest, TOP, null, Integer.MAX_VALUE));
            return fetched(searcher, top);
        });
    }

    /** Statements of somebody that do something; what is stored belongs to their articles and is not fetched. */
    public long statements(ActorId speaker, String act) {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(IndexSchema.STATEMENT_SPEAKER, speaker.value())), Occur.MUST)
                .add(new TermQuery(new Term(IndexSchema.STATEMENT_ACT, act)), Occur.MUST)
                .build();
        return ask(searcher -> top(searcher, query).totalHits.value());
    }

    /** Articles with all words, or all there are, counted along every facet. */
    public long facets(List<String> words) {
        Query query = words.isEmpty() ? QueryCompiler.all(Kind.ARTICLE) : conjunction(words);
        return ask(searcher -> {
            count(searcher, query);
            return fetched(searcher, top(searcher, query));
        });
    }

    private Query conjunction(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(QueryCompiler.all(Kind.ARTICLE), Occur.FILTER);
        words.forEach(word -> all.add(word(word), Occur.MUST));
        return all.build();
    }

    private Query word(String word) {
        TermQueries terms = new TermQueries(analyzer, false);
        return either(
                terms.text(IndexSchema.TITLE, word, Condition.Nearness.WORD),
                terms.text(IndexSchema.TEXT, word, Condition.Nearness.WORD));
    }

    private static Query either(Query title, Query text) {
        return new BooleanQuery.Builder()
                .add(title, Occur.SHOULD)
                .add(text, Occur.SHOULD)
                .build();
    }

    private long articles(Query query) {
        return ask(searcher -> fetched(searcher, top(searcher, query)));
    }

    private static TopDocs top(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(TOP, null, Integer.MAX_VALUE));
    }

    private static long fetched(IndexSearcher searcher, TopDocs top) throws IOException {
        for (ScoreDoc hit : top.scoreDocs) {
            searcher.storedFields().document(hit.doc, Set.of(IndexSchema.JSON));
        }
        return top.totalHits.value();
    }

    private static void count(IndexSearcher searcher, Query query) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getLeafContexts()) {
            SortedSetDocValues[] fields = new SortedSetDocValues[FACETS.size()];
            long[][] counts = new long[FACETS.size()][];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = DocValues.getSortedSet(segment.reader(), FACETS.get(i));
                counts[i] = new long[(int) fields[i].getValueCount()];
            }
            Scorer scorer = weight.scorer(segment);
            if (scorer == null) {
                continue;
            }
            var each = scorer.iterator();
            for (int doc = each.nextDoc(); doc != Integer.MAX_VALUE; doc = each.nextDoc()) {
                for (int i = 0; i < fields.length; i++) {
                    if (fields[i].advanceExact(doc)) {
                        for (int value = fields[i].docValueCount(); value > 0; value--) {
                            counts[i][(int) fields[i].nextOrd()]++;
                        }
                    }
                }
            }
        }
    }

    private interface Question {
        long ask(IndexSearcher searcher) throws IOException;
    }

    private long ask(Question question) {
        return readers.read(view -> {
            try {
                return question.ask(new IndexSearcher(view));
            } catch (IOException e) {
                throw IndexException.unreadable(e);
            }
        });
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
