package org.onrecord.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** Finds what else was written of the same things: articles with the words that set one apart from all others. */
final class SimilarArticles {
    private static final int WORDS = 25;
    private static final int SHORTEST_WORD = 3;
    private static final int IN_ARTICLES = 2;
    /** Words of more than half of all articles say nothing of what one is about. */
    private static final int PERCENT = 50;
    /** A fourth of the words at least, or one rare word alone would make two articles similar. */
    private static final int SHARE = 4;

    private final Asking asking;

    SimilarArticles(Asking asking) {
        this.asking = asking;
    }

    List<ArticleHit> to(int document, int limit) throws IOException {
        LoadedArticle article = asking.articleOf(document);
        String text = asking.textOf(document);
        Set<String> texts = new HashSet<>(Set.of(text));
        List<ArticleHit> similar = new ArrayList<>();
        for (ScoreDoc hit : asking.top(query(article, text), SearchRequest.Sort.RELEVANCE, 2 * limit).scoreDocs) {
            if (similar.size() < limit && texts.add(asking.textOf(hit.doc))) {
                LoadedArticle other = asking.articleOf(hit.doc);
                similar.add(asking.hit(other, hit, other.passages().best(List.of())));
            }
        }
        return similar;
    }

    private Query query(LoadedArticle article, String text) throws IOException {
        String words = article.tagged().article().title() + "\n"
                + article.tagged().article().text();
        BooleanQuery like;
        try (Analyzer analyzer = IndexSchema.queryAnalyzer()) {
            MoreLikeThis moreLikeThis = new MoreLikeThis(asking.reader());
            moreLikeThis.setAnalyzer(analyzer);
            moreLikeThis.setFieldNames(new String[] {IndexSchema.TEXT});
            moreLikeThis.setMaxQueryTerms(WORDS);
            moreLikeThis.setMinWordLen(SHORTEST_WORD);
            moreLikeThis.setMinDocFreq(IN_ARTICLES);
            moreLikeThis.setMinTermFreq(1);
            moreLikeThis.setMaxDocFreqPct(PERCENT);
            moreLikeThis.setBoost(true);
            like = (BooleanQuery) moreLikeThis.like(IndexSchema.TEXT, new StringReader(words));
        }
        BooleanQuery.Builder enough = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(Math.max(1, like.clauses().size() / SHARE));
        like.clauses().forEach(enough::add);
        return new BooleanQuery.Builder()
                .add(enough.build(), Occur.MUST)
                .add(QueryCompiler.all(Kind.ARTICLE), Occur.FILTER)
                .add(QueryCompiler.copies(text), Occur.MUST_NOT)
                .build();
    }
}
