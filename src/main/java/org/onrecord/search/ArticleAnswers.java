package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Weight;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.index.IndexSchema.Kind;

/** Documents of articles that answer one question as hits, with the passage that shows why. */
final class ArticleAnswers {
    private final Asking asking;
    private final UnderstoodQuery understood;
    private final Query query;
    private final Weight weight;

    ArticleAnswers(Asking asking, UnderstoodQuery understood) throws IOException {
        this.asking = asking;
        this.understood = understood;
        this.query = understood.ranked(Kind.ARTICLE);
        this.weight = asking.weight(understood.forKind(Kind.ARTICLE));
    }

    List<ArticleHit> articles(List<ScoreDoc> documents, SearchRequest.Sort sort) throws IOException {
        if (sort == SearchRequest.Sort.DATE) {
            asking.addScores(documents, query);
        }
        List<ArticleHit> hits = new ArrayList<>();
        for (ScoreDoc document : documents) {
            LoadedArticle article = asking.articleOf(document.doc);
            hits.add(asking.hit(article, document, passage(article, document.doc)));
        }
        return hits;
    }

    /** What shows best why an article answers. */
    Snippet passage(LoadedArticle article, int document) throws IOException {
        List<Span> marks = asking.matchesInText(weight, document);
        Set<ActorId> named = asking.actorsNamed(understood.compiler().names(), document);
        article.tagged().mentions().stream()
                .filter(mention -> mention.actor() != null && named.contains(mention.actor()))
                .forEach(mention -> marks.add(mention.passage().span()));
        Optional<Snippet> evidence = finding(article);
        return evidence.isPresent() ? evidence.get() : article.passages().best(marks);
    }

    /** The evidence of the first finding that the whole query describes; empty when it describes none. */
    private Optional<Snippet> finding(LoadedArticle article) throws IOException {
        for (Kind kind : understood.findings()) {
            Query inArticle = QueryCompiler.within(article.ref().id(), understood.forKind(kind));
            ScoreDoc[] first = asking.earliest(inArticle, 1).scoreDocs;
            if (first.length > 0) {
                int ordinal = asking.ordinalOf(first[0].doc);
                return Optional.of(
                        kind == Kind.STATEMENT
                                ? article.statement(ordinal).evidence()
                                : article.event(ordinal).evidence());
            }
        }
        return Optional.empty();
    }
}
