package org.onrecord.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.SearchRequest.Sort;
import tools.jackson.databind.node.ObjectNode;

/** A kind of answer that can be listed to the last one. */
public enum Listing {
    ARTICLES(List.of("id", "url", "title", "source", "published", "score", "passage")),
    STATEMENTS(List.of(
            "article",
            "url",
            "title",
            "published",
            "speaker",
            "actor",
            "cue",
            "content",
            "act",
            "lobbying",
            "issue",
            "position",
            "stand_confidence",
            "confidence",
            "corrected",
            "start",
            "end")),
    EVENTS(List.of(
            "article",
            "url",
            "title",
            "published",
            "type",
            "trigger",
            "actors",
            "date",
            "document.number",
            "document.rins",
            "document.effective",
            "document.comments_close",
            "confidence",
            "start",
            "end",
            "evidence")),
    FIGURES(List.of(
            "article",
            "url",
            "title",
            "published",
            "text",
            "subject",
            "measure",
            "value",
            "unit",
            "period",
            "confidence",
            "start",
            "end",
            "evidence")),
    /** Each once, in the order of its newest article that answers. */
    STORIES(List.of(
            "story",
            "articles",
            "sources",
            "copies",
            "first.id",
            "first.url",
            "first.title",
            "first.source",
            "first.published",
            "passage"));

    private static final int PAGE = 500;

    private final List<String> columns;

    Listing(List<String> columns) {
        this.columns = columns;
    }

    /** The fields of its JSON form that make columns of a table. */
    public List<String> columns() {
        return columns;
    }

    /**
     * Gives all answers to a query, newest first, in their JSON form, as they are found: memory does not grow with their number, except by
     * the names of the stories told.
     * What comes in meanwhile is left out or, when it claims an early date, in; nothing that was there is left out or comes twice.
     *
     * @param taker takes an answer, and says whether it wants more
     * @throws QueryException when the query is wrong
     */
    public void each(ArticleSearch search, String query, Predicate<ObjectNode> taker) {
        switch (this) {
            case ARTICLES -> each(query, search::articles, HitJson::write, taker);
            case STATEMENTS -> each(query, search::statements, HitJson::write, taker);
            case EVENTS -> each(query, search::events, HitJson::write, taker);
            case FIGURES -> each(query, search::figures, HitJson::write, taker);
            case STORIES -> {
                Set<String> told = new HashSet<>();
                Function<ArticleHit, ObjectNode> story = hit -> HitJson.write(search.story(hit));
                each(
                        query,
                        search::articles,
                        Function.identity(),
                        hit -> !told.add(hit.story()) || taker.test(story.apply(hit)));
            }
        }
    }

    private static <T, F> void each(
            String query, Function<SearchRequest, Hits<T>> search, Function<T, F> form, Predicate<F> taker) {
        SearchRequest request = SearchRequest.of(query).sorted(Sort.DATE).page(0, PAGE);
        @Nullable String next;
        do {
            Hits<T> page = search.apply(request);
            for (T hit : page.hits()) {
                if (!taker.test(form.apply(hit))) {
                    return;
                }
            }
            next = page.next();
            request = next == null ? request : request.after(next);
        } while (next != null);
    }
}
