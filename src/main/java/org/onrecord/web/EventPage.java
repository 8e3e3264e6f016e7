package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.StatementHit;

/** {@code GET /event/{article}/{start}-{end}}: one policy event, who reports it, and what its participants said around it. */
final class EventPage implements Handler {
    private static final int DAYS_AROUND = 60;
    private static final int MOST_STATEMENTS = 10;
    private static final int MOST_REPORTS = 300;

    /** How long before the day of an event a report of it may be published, and how long after. */
    private static final int DAYS_ANNOUNCED = 120;

    private static final int DAYS_REPORTED = 60;

    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;

    EventPage(ArticleSearch search, Labels labels, Templates templates) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
    }

    /** Statements of one side of the day, newest first. {@code href} lists them all. */
    record Around(String total, List<StatementLine> statements, String href) {
        Around {
            statements = List.copyOf(statements);
        }
    }

    /**
     * What the template shows.
     *
     * @param others other reports of the same event
     * @param before what participants said in the time before; null when nobody is known to take part or no day is known
     * @param after what they said from the day on
     */
    record View(
            Frame frame,
            EventRow event,
            List<EventRow> others,
            int days,
            @Nullable Around before,
            @Nullable Around after) {
        View {
            others = List.copyOf(others);
        }
    }

    @Override
    public void handle(Context ctx) {
        EventHit event = find(ctx.pathParam("article"), ctx.pathParam("place"));
        EventRow row = EventRow.of(event, labels);
        LocalDate day = day(event);
        List<ActorId> actors = event.event().actors();
        templates.show(
                ctx,
                "event",
                new View(
                        templates.frame(row.type() + ", " + row.day(), Section.EVENTS),
                        row,
                        others(event),
                        DAYS_AROUND,
                        day == null || actors.isEmpty() ? null : around(actors, day.minusDays(DAYS_AROUND), day),
                        day == null || actors.isEmpty() ? null : around(actors, day, day.plusDays(DAYS_AROUND + 1L))));
    }

    private EventHit find(String article, String place) {
        if (article.matches("[^\\s\"]{1,200}") && place.matches("\\d{1,9}-\\d{1,9}")) {
            for (EventHit hit : search.eventsOf(new ArticleId(article))) {
                if (place.equals(hit.event().trigger().start() + "-"
                        + hit.event().trigger().end())) {
                    return hit;
                }
            }
        }
        throw new NotFoundResponse("there is no such event in article " + article);
    }

    private List<EventRow> others(EventHit event) {
        LocalDate day = day(event);
        if (event.event().date() == null || day == null) {
            return List.of();
        }
        String query = QueryText.term("event", event.event().type().label())
                + event.event().actors().stream()
                        .map(actor -> QueryText.term("actor", actor.value()))
                        .collect(Collectors.joining(" OR ", " (", ")"))
                        .replace(" ()", "")
                + " after:" + day.minusDays(DAYS_ANNOUNCED) + " before:" + day.plusDays(DAYS_REPORTED + 1L);
        return search.events(new SearchRequest(query, Sort.DATE, 0, MOST_REPORTS, false)).hits().stream()
                .filter(event::sameAs)
                .map(hit -> EventRow.of(hit, labels))
                .toList();
    }

    private Around around(List<ActorId> actors, LocalDate from, LocalDate before) {
        QueryText query = new QueryText(actors.stream()
                        .map(actor -> QueryText.term("said-by", actor.value()))
                        .collect(Collectors.joining(" OR ", "(", ")"))
                + " after:" + from + " before:" + before);
        Hits<StatementHit> hits =
                search.statements(new SearchRequest(query.text(), Sort.DATE, 0, MOST_STATEMENTS, false));
        return new Around(
                Labels.count(hits.total(), "statement"),
                hits.hits().stream().map(hit -> StatementLine.of(hit, labels)).toList(),
                Links.statements(query));
    }

    /** The day of the event, or of its report when the text names no day. */
    private static @Nullable LocalDate day(EventHit hit) {
        String date = hit.event().date();
        if (date != null && date.length() == 10) {
            try {
                return LocalDate.parse(date);
            } catch (DateTimeException noSuchDay) {
                // As with no day at all.
            }
        }
        Published published = hit.article().published();
        return published == null ? null : published.day();
    }
}
