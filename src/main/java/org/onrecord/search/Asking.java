package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.index.IndexSchema;

/** Asks one view of the index, within a time. For one thread and one question. */
final class Asking {
    private static final SortField NEWEST =
            LongField.newSortField(IndexSchema.INSTANT, true, SortedNumericSelector.Type.MAX);
    private static final SortField EARLIEST =
            LongField.newSortField(IndexSchema.INSTANT, false, SortedNumericSelector.Type.MIN);
    private static final SortField BY_ID = new SortField(IndexSchema.ID, SortField.Type.STRING);
    private static final SortField BY_ORDINAL = new SortField(IndexSchema.ORDINAL, SortField.Type.LONG);

    private final DirectoryReader view;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Patience patience;
    private final BitSetProducer articles;
    private final LoadedArticle.Shelf shelf;

    Asking(DirectoryReader view, Patience patience, BitSetProducer articles) throws IOException {
        this.view = view;
        this.reader = ExitableDirectoryReader.wrap(view, patience);
        this.searcher = new IndexSearcher(reader);
        this.searcher.setTimeout(patience);
        this.patience = patience;
        this.articles = articles;
        this.shelf = new LoadedArticle.Shelf(view);
    }

    /** Whether an answer given so far is incomplete because time ran out. */
    boolean timedOut() {
        return searcher.timedOut();
    }

    TopFieldDocs top(Query query, SearchRequest.Sort order, int count) throws IOException {
        return top(query, sort(order), count, null);
    }

    private static Sort sort(SearchRequest.Sort order) {
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID, BY_ORDINAL);
            case DATE -> new Sort(NEWEST, BY_ID, BY_ORDINAL);
        };
    }

    /** The best or newest after a place, and how many there are in all. */
    TopFieldDocs after(Query query, SearchRequest.Sort order, int count, @Nullable FieldDoc place) throws IOException {
        return top(query, sort(order), count, place);
    }

    /** The newest after a place, found without looking at all: how many there are is not known then. */
    TopFieldDocs newestAfter(Query query, int count, @Nullable FieldDoc place) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort(SearchRequest.Sort.DATE), count, place, count));
    }

    TopFieldDocs earliest(Query query, int count) throws IOException {
        return top(query, new Sort(EARLIEST, BY_ID, BY_ORDINAL), count, null);
    }

    private TopFieldDocs top(Query query, Sort sort, int count, @Nullable FieldDoc after) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, count, after, Integer.MAX_VALUE));
    }

    void addScores(List<ScoreDoc> hits, Query query) throws IOException {
        TopFieldCollector.populateScores(hits.toArray(ScoreDoc[]::new), searcher, query);
    }

    /** The view of the index that is asked, without its limit of time. */
    DirectoryReader view() {
        return view;
    }

    /** A segment read without looking at the clock for every document: for counting, which is bounded by what matches. */
    LeafReader unlimited(LeafReaderContext segment) {
        return view.leaves().get(segment.ord).reader();
    }

    DirectoryReader reader() {
        return reader;
    }

    /** How many documents match. */
    long count(Query query) throws IOException {
        return searcher.count(query);
    }

    /** Whether an actor of the index has a name with this key. */
    static boolean knowsName(IndexReader view, String key) throws IOException {
        String start = IndexSchema.nameStart(key);
        Terms names = key.isEmpty() ? null : MultiTerms.getTerms(view, IndexSchema.NAME);
        TermsEnum each = names == null ? TermsEnum.EMPTY : names.iterator();
        return each.seekCeil(new BytesRef(start)) != TermsEnum.SeekStatus.END
                && each.term().utf8ToString().startsWith(start);
    }

    /** The actor with the name that is nearest to a key in a misspelling; empty when none is near. */
    Optional<String> actorNamedLike(String key) throws IOException {
        Map<String, String> actors = new HashMap<>();
        Terms names = MultiTerms.getTerms(reader, IndexSchema.NAME);
        TermsEnum each = names == null ? TermsEnum.EMPTY : names.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            String[] parts = term.utf8ToString().split("/", 2);
            actors.put(parts[0], parts[1]);
        }
        return Nearest.to(key, actors.keySet()).map(actors::get);
    }

    /** The actors of an article that have one of the names, by the names' keys. */
    Set<ActorId> actorsNamed(Set<String> keys, int document) throws IOException {
        Set<ActorId> actors = new HashSet<>();
        LeafReaderContext segment = segmentOf(document);
        SortedSetDocValues names = DocValues.getSortedSet(segment.reader(), IndexSchema.NAME);
        if (!keys.isEmpty() && names.advanceExact(document - segment.docBase)) {
            for (int i = 0; i < names.docValueCount(); i++) {
                String name = names.lookupOrd(names.nextOrd()).utf8ToString();
                for (String key : keys) {
                    if (name.startsWith(IndexSchema.nameStart(key))) {
                        actors.add(new ActorId(
                                name.substring(IndexSchema.nameStart(key).length())));
                    }
                }
            }
        }
        return actors;
    }

    /** Whether the index has a term. */
    boolean has(String field, String term) throws IOException {
        return reader.docFreq(new Term(field, term)) > 0;
    }

    /** The documents that match, by their number in the segment. */
    Map<LeafReaderContext, FixedBitSet> matching(Query query) throws IOException {
        return searcher.search(query, new MatchingDocuments());
    }

    /** All articles of a segment; there is one, since every finding has its own. */
    BitSet articlesIn(LeafReaderContext segment) throws IOException {
        BitSet ofSegment = articles.getBitSet(segment);
        if (ofSegment == null) {
            throw new IOException("a segment has findings without articles");
        }
        return ofSegment;
    }

    /** The article that a document is, or is a finding of. */
    LoadedArticle articleOf(int document) throws IOException {
        patience.renew();
        LeafReaderContext segment = segmentOf(document);
        return shelf.article(segment.docBase + articlesIn(segment).nextSetBit(document - segment.docBase));
    }

    /** The place of a finding in its list. */
    int ordinalOf(int document) throws IOException {
        LeafReaderContext segment = segmentOf(document);
        NumericDocValues ordinals = segment.reader().getNumericDocValues(IndexSchema.ORDINAL);
        if (ordinals == null || !ordinals.advanceExact(document - segment.docBase)) {
            throw new IOException("document " + document + " is no finding");
        }
        return Math.toIntExact(ordinals.longValue());
    }

    String storyOf(int document) throws IOException {
        return keywordOf(document, IndexSchema.STORY);
    }

    /** What it has in common with the copies of its text. */
    String textOf(int document) throws IOException {
        return keywordOf(document, IndexSchema.COPIES);
    }

    private String keywordOf(int document, String field) throws IOException {
        LeafReaderContext segment = segmentOf(document);
        SortedSetDocValues values = segment.reader().getSortedSetDocValues(field);
        if (values == null || !values.advanceExact(document - segment.docBase)) {
            throw new IOException("document " + document + " has no " + field);
        }
        return values.lookupOrd(values.nextOrd()).utf8ToString();
    }

    /** An article that answers, with how many others are about the same. */
    ArticleHit hit(LoadedArticle article, ScoreDoc found, Snippet passage) throws IOException {
        String story = storyOf(found.doc);
        int sameText = searcher.count(QueryCompiler.copies(textOf(found.doc)));
        int sameStory = searcher.count(QueryCompiler.story(story));
        return new ArticleHit(article.ref(), score(found), passage, story, sameText - 1, sameStory - sameText);
    }

    /** What in the article's text matches a query that the article answers. */
    List<Span> matchesInText(Weight weight, int document) throws IOException {
        LeafReaderContext segment = segmentOf(document);
        List<Span> marks = new ArrayList<>();
        Matches matches = weight.matches(segment, document - segment.docBase);
        MatchesIterator each = matches == null ? null : matches.getMatches(IndexSchema.TEXT);
        while (each != null && each.next()) {
            if (each.startOffset() >= 0 && each.endOffset() > each.startOffset()) {
                marks.add(new Span(each.startOffset(), each.endOffset()));
            }
        }
        return marks;
    }

    Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    static float score(ScoreDoc hit) {
        return hit instanceof FieldDoc sorted && Float.isNaN(hit.score) && sorted.fields[0] instanceof Float score
                ? score
                : hit.score;
    }

    private LeafReaderContext segmentOf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }
}
