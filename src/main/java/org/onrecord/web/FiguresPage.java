package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Hits;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest.Sort;

/** {@code GET /figures}: quantities that somebody might check, newest first. */
final class FiguresPage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;

    FiguresPage(ArticleSearch search, Labels labels, Templates templates) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
    }

    /** A figure with the sentence that states it. */
    record Row(
            String subject,
            String measure,
            String value,
            String period,
            List<Piece> evidence,
            ArticleLine article,
            String href) {
        Row {
            evidence = List.copyOf(evidence);
        }
    }

    /** What the template shows. */
    record View(
            Frame frame,
            Question question,
            @Nullable WrongQuery wrong,
            List<Row> rows,
            @Nullable Pager pager) {
        View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public void handle(Context ctx) {
        Question question = Question.of(ctx);
        Frame frame = templates.frame("Figures", Section.FIGURES);
        View view;
        try {
            Hits<FigureHit> hits = search.figures(question.request().sorted(Sort.DATE));
            view = new View(
                    frame,
                    question,
                    null,
                    hits.hits().stream().map(this::row).toList(),
                    Pager.of(question, hits.hits().size(), hits.total(), "figure"));
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(frame, question, WrongQuery.of(e, question), List.of(), null);
        }
        templates.show(ctx, "figures", view);
    }

    private Row row(FigureHit hit) {
        String subject = hit.figure().subject();
        String period = hit.figure().period();
        return new Row(
                subject == null ? "" : subject,
                hit.figure().measure().label().replace('-', ' '),
                Quantity.of(hit.figure()),
                period == null ? "" : period,
                Piece.of(hit.evidence()),
                ArticleLine.of(hit.article(), labels),
                Links.place(hit.article().id(), 'f', hit.figure().passage().span()));
    }
}
