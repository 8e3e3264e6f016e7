package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.index.IndexSchema;
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

    Hits<StoryHit> stories(SearchRequest request) throws IOException {
        Map<LeafReaderContext, FixedBitSet> matching = asking.matching(query);
        ValueCounts counts = new ValueCounts();
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment : matching.entrySet()) {
            counts.add(segment.getKey().reader(), IndexSchema.STORY, segment.getValue());
        }
        List<StoryHit> hits = new ArrayList<>();
        for (Map.Entry<String, Integer> story : best(request, counts.size())) {
            TopFieldDocs all = asking.earliest(QueryCompiler.story(story.getKey()), StoryHit.MOST_ARTICLES);
            List<ArticleRef> articles = new ArrayList<>();
            Map<String, Integer> copies = new HashMap<>();
            for (ScoreDoc document : all.scoreDocs) {
                articles.add(asking.articleOf(document.doc).ref());
                copies.merge(asking.textOf(document.doc), 1, Integer::sum);
            }
            hits.add(new StoryHit(
                    story.getKey(),
                    Math.toIntExact(all.totalHits.value()),
                    articles,
                    Collections.max(copies.values()),
                    passage(asking.articleOf(story.getValue()), story.getValue())));
        }
        return request.facets()
                ? new FacetCounting(asking, understood, Kind.ARTICLE, matching).with(hits, counts.size())
                : new Hits<>(hits, counts.size());
    }

    /** The stories of the wanted page, each with the document of its best matching article. */
    private List<Map.Entry<String, Integer>> best(SearchRequest request, int stories) throws IOException {
        int wanted = Math.min(stories, request.offset() + request.limit());
        Map<String, Integer> best = new LinkedHashMap<>();
        // Stories have few articles as a rule, so the first round is nearly always enough.
        for (int count = Math.max(1, wanted) * 4; best.size() < wanted; count *= 4) {
            for (ScoreDoc document : asking.top(query, request.sort(), count).scoreDocs) {
                best.putIfAbsent(asking.storyOf(document.doc), document.doc);
            }
        }
        return best.entrySet().stream()
                .skip(request.offset())
                .limit(request.limit())
                .toList();
    }

    private Snippet passage(LoadedArticle article, int document) throws IOException {
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
