package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Hits;
import org.onrecord.search.Listing;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest.Sort;

/** {@code GET /events}: what was decided or done, newest first, reports of one event together. */
final class EventsPage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;
    private final SearchFeeds feeds;

    EventsPage(ArticleSearch search, Labels labels, Templates templates, SearchFeeds feeds) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
        this.feeds = feeds;
    }

    /** An event, and who else reports it. */
    record Entry(EventRow event, List<EventRow> others) {
        Entry {
            others = List.copyOf(others);
        }
    }

    /** The events of one year, or those whose date is unknown. */
    record Year(String label, List<Entry> entries) {
        Year {
            entries = List.copyOf(entries);
        }
    }

    /** What the template shows. */
    record View(
            Frame frame,
            Question question,
            @Nullable WrongQuery wrong,
            List<Year> years,
            @Nullable Pager pager) {
        View {
            years = List.copyOf(years);
        }
    }

    @Override
    public void handle(Context ctx) {
        Question question = Question.of(ctx);
        Frame frame = templates
                .frame("Events", Section.EVENTS)
                .with(PageForms.of(
                        question,
                        feeds.links(ctx, Listing.EVENTS, question.query().text())));
        View view;
        try {
            Hits<EventHit> hits = search.events(question.request().sorted(Sort.DATE));
            view = new View(
                    frame,
                    question,
                    null,
                    years(hits.hits()),
                    Pager.of(question, hits.hits().size(), hits.total(), "report"));
        } catch (QueryException e) {
            ctx.status(400);
            view = new View(frame, question, WrongQuery.of(e, question), List.of(), null);
        }
        templates.show(ctx, "events", view);
    }

    private List<Year> years(List<EventHit> hits) {
        List<Year> years = new ArrayList<>();
        for (List<EventHit> reports : EventHit.grouped(hits)) {
            List<EventRow> rows =
                    reports.stream().map(hit -> EventRow.of(hit, labels)).toList();
            Entry entry = new Entry(rows.getFirst(), rows.subList(1, rows.size()));
            String year = rows.getFirst().year();
            if (years.isEmpty() || !years.getLast().label().equals(year)) {
                years.add(new Year(year, List.of(entry)));
            } else {
                List<Entry> entries = new ArrayList<>(years.removeLast().entries());
                entries.add(entry);
                years.add(new Year(year, entries));
            }
        }
        return years;
    }
}
