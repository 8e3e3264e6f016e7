package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** The stories of the articles that answer one question. */
final class StoryAnswers {
    private final Asking asking;
    private final UnderstoodQuery understood;
    private final ArticleAnswers answers;

    StoryAnswers(Asking asking, UnderstoodQuery understood) throws IOException {
        this.asking = asking;
        this.understood = understood;
        this.answers = new ArticleAnswers(asking, understood);
    }

    Hits<StoryHit> stories(SearchRequest request) throws IOException {
        Map<LeafReaderContext, FixedBitSet> matching = asking.matching(understood.ranked(Kind.ARTICLE));
        ValueCounts counts = new ValueCounts();
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment : matching.entrySet()) {
            counts.add(segment.getKey().reader(), IndexSchema.STORY, segment.getValue());
        }
        List<StoryHit> hits = new ArrayList<>();
        for (Map.Entry<String, Integer> story : best(request, counts.size())) {
            Snippet passage = answers.passage(asking.articleOf(story.getValue()), story.getValue());
            hits.add(story(asking, story.getKey(), passage));
        }
        return request.facets()
                ? new FacetCounting(asking, understood, Kind.ARTICLE, matching).with(hits, counts.size())
                : new Hits<>(hits, counts.size());
    }

    /** The story with a name, which has an article. */
    static StoryHit story(Asking asking, String name, Snippet passage) throws IOException {
        TopFieldDocs all = asking.earliest(QueryCompiler.story(name), StoryHit.MOST_ARTICLES);
        List<ArticleRef> articles = new ArrayList<>();
        Map<String, Integer> copies = new HashMap<>();
        for (ScoreDoc document : all.scoreDocs) {
            articles.add(asking.articleOf(document.doc).ref());
            copies.merge(asking.textOf(document.doc), 1, Integer::sum);
        }
        return new StoryHit(
                name, Math.toIntExact(all.totalHits.value()), articles, Collections.max(copies.values()), passage);
    }

    /** The stories of the wanted page, each with the document of its best matching article. */
    private List<Map.Entry<String, Integer>> best(SearchRequest request, int stories) throws IOException {
        int wanted = Math.min(stories, request.offset() + request.limit());
        Map<String, Integer> best = new LinkedHashMap<>();
        // Stories have few articles as a rule, so the first round is nearly always enough.
        for (int count = Math.max(1, wanted) * 4; best.size() < wanted; count *= 4) {
            for (ScoreDoc document : asking.top(understood.ranked(Kind.ARTICLE), request.sort(), count).scoreDocs) {
                best.putIfAbsent(asking.storyOf(document.doc), document.doc);
            }
        }
        return best.entrySet().stream()
                .skip(request.offset())
                .limit(request.limit())
                .toList();
    }
}
