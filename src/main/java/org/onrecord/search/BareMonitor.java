package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.IndexSchema;

/**
 * What lucene-monitor alone does: queries made by hand, its own way of filtering, an article as one document. No query
 * language, no names, nothing of statements. The peer that {@link StandingQueries} are measured against.
 */
public final class BareMonitor implements AutoCloseable {
    private final Analyzer queryAnalyzer = IndexSchema.queryAnalyzer();
    private final Analyzer indexAnalyzer = IndexSchema.indexAnalyzer();
    private final TermQueries terms = new TermQueries(queryAnalyzer, false);
    private final List<MonitorQuery> queries = new ArrayList<>();
    private final Function<TaggedArticle, List<Document>> documents;
    private final Map<TaggedArticle, Document> prepared = new IdentityHashMap<>();
    private final Monitor monitor;

    /** @param documents an article as the block of documents that an index would hold of it, the article's own last */
    public BareMonitor(Function<TaggedArticle, List<Document>> documents) {
        this.documents = documents;
        try {
            monitor = new Monitor(indexAnalyzer, new TermFilteredPresearcher());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Articles with all words, in any form. */
    public void all(String id, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(word(word), Occur.MUST));
        queries.add(new MonitorQuery(id, all.build()));
    }

    public void any(String id, List<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(word(word), Occur.SHOULD));
        queries.add(new MonitorQuery(id, any.build()));
    }

    public void phrase(String id, List<String> words) {
        String[] all = words.toArray(String[]::new);
        queries.add(new MonitorQuery(
                id, either(new PhraseQuery(IndexSchema.TITLE, all), new PhraseQuery(IndexSchema.TEXT, all))));
    }

    /** Articles about an actor with a word. */
    public void about(String id, String actor, String word) {
        queries.add(new MonitorQuery(id, both(new TermQuery(new Term(IndexSchema.ACTOR, actor)), word(word))));
    }

    /** Articles in which somebody speaks and an act is done, by whomever. */
    public void said(String id, String speaker, String act) {
        queries.add(new MonitorQuery(
                id,
                both(
                        new TermQuery(new Term(IndexSchema.SAID_BY, speaker)),
                        new TermQuery(new Term(IndexSchema.ACT, act)))));
    }

    /** Takes what was added. */
    public void register() {
        try {
            monitor.register(queries);
            queries.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the queries that an article answers. Its document is made once, so that making it costs nothing later. */
    public Set<String> matching(TaggedArticle article) {
        Document document =
                prepared.computeIfAbsent(article, one -> documents.apply(one).getLast());
        try {
            return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(QueryMatch::getQueryId)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query word(String word) {
        return either(
                terms.text(IndexSchema.TITLE, word, Condition.Nearness.WORD),
                terms.text(IndexSchema.TEXT, word, Condition.Nearness.WORD));
    }

    private static Query either(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.MUST)
                .add(other, Occur.MUST)
                .build();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            queryAnalyzer.close();
            indexAnalyzer.close();
        }
    }
}
