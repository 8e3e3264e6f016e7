package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Hits;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest.Sort;

/** {@code GET /events}: what was decided or done, newest first. */
final class EventsPage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;

    EventsPage(ArticleSearch search, Labels labels, Templates templates) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
    }

    /** An event on the line of time; {@code day} is its own date, or that of the report when the text gives none. */
    record Row(
            String type,
            String day,
            boolean dayOfReport,
            List<ActorLink> actors,
            List<Piece> evidence,
            ArticleLine article,
            String href) {
        Row {
            actors = List.copyOf(actors);
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
        Frame frame = templates.frame("Events", Section.EVENTS);
        View view;
        try {
            Hits<EventHit> hits = search.events(question.request().sorted(Sort.DATE));
            view = new View(
                    frame,
                    question,
                    null,
                    hits.hits().stream().map(this::row).toList(),
                    Pager.of(question, hits.hits().size(), hits.total(), "event"));
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(frame, question, WrongQuery.of(e, question), List.of(), null);
        }
        templates.show(ctx, "events", view);
    }

    private Row row(EventHit hit) {
        String date = hit.event().date();
        return new Row(
                hit.event().type().label().replace('-', ' '),
                date != null ? Labels.date(date) : Labels.day(hit.article().published()),
                date == null,
                hit.event().actors().stream()
                        .map(actor -> ActorLink.of(actor, labels))
                        .toList(),
                Piece.of(hit.evidence()),
                ArticleLine.of(hit.article(), labels),
                Links.place(hit.article().id(), 'e', hit.event().trigger().span()));
    }
}
