package org.onrecord.web;

import java.util.List;
import org.onrecord.article.OfficialDocument;
import org.onrecord.search.EventHit;

/**
 * A policy event on the line of time.
 *
 * @param type what was done, for people
 * @param day its own date, or that of the report when the text gives none
 * @param dayOfReport whether {@code day} is that of the report
 * @param document the official document by which it was done, for people; empty if none
 * @param href the event's own page
 * @param place the word that names it, in its article
 */
record EventRow(
        String type,
        String day,
        boolean dayOfReport,
        List<ActorLink> actors,
        List<Piece> evidence,
        String document,
        ArticleLine article,
        String href,
        String place) {
    EventRow {
        actors = List.copyOf(actors);
        evidence = List.copyOf(evidence);
    }

    static EventRow of(EventHit hit, Labels labels) {
        String date = hit.event().date();
        OfficialDocument document = hit.event().document();
        return new EventRow(
                hit.event().type().label().replace('-', ' '),
                date != null ? Labels.date(date) : Labels.day(hit.article().published()),
                date == null && hit.article().published() != null,
                hit.event().actors().stream()
                        .map(actor -> ActorLink.of(actor, labels))
                        .toList(),
                Piece.of(hit.evidence()),
                document == null ? "" : document.inWords(),
                ArticleLine.of(hit.article(), labels),
                Links.event(hit.article().id(), hit.event().trigger().span()),
                Links.place(hit.article().id(), 'e', hit.event().trigger().span()));
    }

    /** The year that its date begins with; for headings. */
    String year() {
        String last = day.substring(day.lastIndexOf(' ') + 1);
        return last.equals("undated") ? "Undated" : last;
    }
}
