package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Hits;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.StatementHit;
import org.onrecord.web.Question.Show;

/** {@code GET /}: the query box and its answers, as articles or as statements. */
final class SearchPage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;

    SearchPage(ArticleSearch search, Labels labels, Templates templates) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
    }

    /** What the template shows. */
    record View(
            Frame frame,
            Question question,
            @Nullable WrongQuery wrong,
            List<ArticleCard> articles,
            List<StatementLine> statements,
            List<FacetList> facets,
            @Nullable DayChart chart,
            @Nullable Pager pager) {
        View {
            articles = List.copyOf(articles);
            statements = List.copyOf(statements);
            facets = List.copyOf(facets);
        }

        boolean showsStatements() {
            return question.show() == Show.STATEMENTS;
        }

        boolean byDate() {
            return question.order() == Sort.DATE;
        }

        boolean isEmpty() {
            return articles.isEmpty() && statements.isEmpty();
        }
    }

    @Override
    public void handle(Context ctx) {
        Question question = Question.of(ctx);
        Frame frame = templates.frame(
                question.query().isEmpty() ? "Search" : question.query().text(), Section.SEARCH);
        View view;
        try {
            view = question.show() == Show.STATEMENTS ? statements(frame, question) : articles(frame, question);
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(frame, question, WrongQuery.of(e, question), List.of(), List.of(), List.of(), null, null);
        }
        templates.show(ctx, "search", view);
    }

    private View articles(Frame frame, Question question) {
        Hits<ArticleHit> hits = search.articles(question.request().withFacets());
        return view(
                frame,
                question,
                hits,
                hits.hits().stream().map(hit -> ArticleCard.of(hit, labels)).toList(),
                List.of());
    }

    private View statements(Frame frame, Question question) {
        Hits<StatementHit> hits = search.statements(question.request().withFacets());
        return view(
                frame,
                question,
                hits,
                List.of(),
                hits.hits().stream().map(hit -> StatementLine.of(hit, labels)).toList());
    }

    private View view(
            Frame frame, Question question, Hits<?> hits, List<ArticleCard> articles, List<StatementLine> statements) {
        List<FacetList> lists = FacetList.of(hits.facets(), question, labels);
        String one = question.show() == Show.STATEMENTS ? "statement" : "article";
        Optional<DayChart> chart =
                Optional.ofNullable(hits.overTime()).flatMap(overTime -> DayChart.of(overTime, question, one));
        return new View(
                frame,
                question,
                null,
                articles,
                statements,
                lists,
                chart.orElse(null),
                Pager.of(question, hits.hits().size(), hits.total(), one));
    }
}
