package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.TaggedArticle;

/**
 * Answers questions from the index. Every method that takes a query throws {@link QueryException} for a wrong one. Safe for
 * use by many threads at once.
 */
public interface ArticleSearch extends AutoCloseable {
    /** Does nothing for a query that can be answered, such as one that somebody wants to save. */
    void check(String query);

    /** Articles that match. */
    Hits<ArticleHit> articles(SearchRequest request);

    /**
     * Statements that match: fields of statements narrow the statement, other fields its article; words are sought in the
     * sentences around it and in the article's title.
     */
    Hits<StatementHit> statements(SearchRequest request);

    /**
     * Policy events that match: {@code event:} narrows the event, other fields its article; words are sought as for statements.
     * By date they come in the order of what they report, not of the reports.
     */
    Hits<EventHit> events(SearchRequest request);

    /** Figures that match: fields narrow the article; words are sought as for statements. */
    Hits<FigureHit> figures(SearchRequest request);

    /**
     * Which of these articles answer a query, each as the answer to it; newest first.
     *
     * @param among 1 to 1,000 articles
     */
    List<ArticleHit> articlesAmong(String query, Collection<ArticleId> among);

    /**
     * These articles, each with the passage that shows why it answered a query; with its beginning where it does so no more,
     * or where the query is wrong by now. Newest first; those that are not in the index are left out.
     *
     * @param among 1 to 1,000 articles
     */
    default List<ArticleHit> matched(String query, Collection<ArticleId> among) {
        List<ArticleHit> hits = new ArrayList<>();
        try {
            hits.addAll(articlesAmong(query, among));
        } catch (QueryException wrongByNow) {
            hits.clear();
        }
        Set<ArticleId> others = new HashSet<>(among);
        hits.forEach(hit -> others.remove(hit.article().id()));
        if (!others.isEmpty()) {
            hits.addAll(articlesAmong("", others));
        }
        return hits;
    }

    /** Stories of the articles that match, each once, in the order of its best or newest matching article. */
    Hits<StoryHit> stories(SearchRequest request);

    /** The story of an article that answers, with that answer's passage. */
    StoryHit story(ArticleHit answer);

    /** One article with all its findings. */
    Optional<TaggedArticle> article(ArticleId id);

    /** The policy events that one article reports, in the order of its text. */
    default List<EventHit> eventsOf(ArticleId id) {
        return article(id).map(LoadedArticle::of).map(LoadedArticle::events).orElse(List.of());
    }

    /**
     * The articles with nearly the same text as this one, itself among them, the earliest first: from where the text spread.
     * Empty when there is no such article.
     */
    List<ArticleRef> copies(ArticleId id);

    /**
     * Articles that speak of the same things in other words, the likest first, each story once; copies of the same text are not
     * among them. Empty when there is no such article.
     *
     * @param limit how many at most, 1 to 100
     */
    List<ArticleHit> similar(ArticleId id, int limit);

    /** The ledger of one actor now: a stance for each issue that it is on record with. */
    default List<Stance> stancesOf(ActorId actor) {
        return stancesOf(actor, null);
    }

    /** The ledger of one actor as it stood at the end of a day; null for now. */
    List<Stance> stancesOf(ActorId actor, @Nullable LocalDate day);

    /** The ledger of one issue now: a stance for each actor that is on record with it. */
    default List<Stance> stancesOn(IssueId issue) {
        return stancesOn(issue, null);
    }

    /** The ledger of one issue as it stood at the end of a day; null for now. */
    List<Stance> stancesOn(IssueId issue, @Nullable LocalDate day);

    /** The statements at these places, in the same order; those that are no longer there are left out. */
    List<StatementHit> statementsAt(List<SideTaken> places);

    /** Actors that statements are attributed to, with the number of articles, most first; at most {@code limit}. */
    List<Facet.Count> speakers(int limit);

    @Override
    void close();
}
