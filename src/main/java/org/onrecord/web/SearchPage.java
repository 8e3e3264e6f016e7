package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Hits;
import org.onrecord.search.Listing;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.StatementHit;
import org.onrecord.search.StoryHit;
import org.onrecord.web.Question.Show;

/** {@code GET /}: the query box and its answers, as articles, as statements or as stories. */
final class SearchPage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;
    private final FormGuard guard;
    private final SearchFeeds feeds;

    SearchPage(ArticleSearch search, Labels labels, Templates templates, FormGuard guard, SearchFeeds feeds) {
        this.feeds = feeds;
        this.search = search;
        this.labels = labels;
        this.templates = templates;
        this.guard = guard;
    }

    /**
     * What the template shows.
     *
     * @param answers the articles, statements or stories; the other two lists are empty
     * @param nothing why there are no answers; null when there are some, or there is nothing to ask
     * @param token for the form that saves the search; null when there is nothing to save
     */
    record View(
            Frame frame,
            Question question,
            @Nullable WrongQuery wrong,
            Answers answers,
            List<FacetList> facets,
            @Nullable DayChart chart,
            @Nullable Pager pager,
            @Nullable NothingHelp nothing,
            @Nullable String token,
            FeedLinks feeds) {
        View {
            facets = List.copyOf(facets);
        }

        boolean byDate() {
            return question.order() == Sort.DATE;
        }
    }

    /** The answers of one page. */
    record Answers(List<ArticleCard> articles, List<StatementLine> statements, List<StoryCard> stories) {
        private static final Answers NONE = new Answers(List.of(), List.of(), List.of());

        Answers {
            articles = List.copyOf(articles);
            statements = List.copyOf(statements);
            stories = List.copyOf(stories);
        }

        boolean isEmpty() {
            return articles.isEmpty() && statements.isEmpty() && stories.isEmpty();
        }
    }

    @Override
    public void handle(Context ctx) {
        Question question = Question.of(ctx);
        Frame frame = templates
                .frame(question.query().isEmpty() ? "Search" : question.query().text(), Section.SEARCH)
                .with(PageForms.of(question, feeds(ctx, question)));
        View view;
        try {
            view = switch (question.show()) {
                case ARTICLES, LIST -> articles(ctx, frame, question);
                case STATEMENTS -> statements(ctx, frame, question);
                case STORIES -> stories(ctx, frame, question);
            };
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(
                    frame,
                    question,
                    WrongQuery.of(e, question),
                    Answers.NONE,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    feeds(ctx, question));
        }
        templates.show(ctx, "search", view);
    }

    private View articles(Context ctx, Frame frame, Question question) {
        Hits<ArticleHit> hits = search.articles(question.request().withFacets());
        List<ArticleCard> cards =
                hits.hits().stream().map(hit -> ArticleCard.of(hit, labels)).toList();
        return view(ctx, frame, question, hits, new Answers(cards, List.of(), List.of()), "article");
    }

    private View statements(Context ctx, Frame frame, Question question) {
        Hits<StatementHit> hits = search.statements(question.request().withFacets());
        List<StatementLine> lines =
                hits.hits().stream().map(hit -> StatementLine.of(hit, labels)).toList();
        return view(ctx, frame, question, hits, new Answers(List.of(), lines, List.of()), "statement");
    }

    private View stories(Context ctx, Frame frame, Question question) {
        Hits<StoryHit> hits = search.stories(question.request().withFacets());
        List<StoryCard> cards =
                hits.hits().stream().map(hit -> StoryCard.of(hit, labels)).toList();
        return view(ctx, frame, question, hits, new Answers(List.of(), List.of(), cards), "story");
    }

    private View view(Context ctx, Frame frame, Question question, Hits<?> hits, Answers answers, String one) {
        // Facets of stories count their articles.
        String counted = question.show() == Show.STORIES ? "article" : one;
        Optional<DayChart> chart =
                Optional.ofNullable(hits.overTime()).flatMap(overTime -> DayChart.of(overTime, question, counted));
        return new View(
                frame,
                question,
                null,
                answers,
                FacetList.of(hits.facets(), question, labels),
                chart.orElse(null),
                Pager.of(question, hits.hits().size(), hits.total(), one),
                NothingHelp.of(hits.nothingFound(), question, one),
                question.query().isEmpty() ? null : guard.token(ctx),
                feeds(ctx, question));
    }

    private FeedLinks feeds(Context ctx, Question question) {
        Listing listing = question.show() == Show.STATEMENTS ? Listing.STATEMENTS : Listing.ARTICLES;
        return feeds.links(ctx, listing, question.query().text());
    }
}
