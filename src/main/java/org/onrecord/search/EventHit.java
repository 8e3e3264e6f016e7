package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.PolicyEvent;

/**
 * A policy event that answers a query.
 *
 * @param article where it is reported
 * @param event the event, its trigger in the article's text
 * @param evidence the sentence around the trigger, the trigger marked
 */
public record EventHit(ArticleRef article, PolicyEvent event, Snippet evidence) {
    /** A sentence so long is not written twice by chance. */
    private static final int TELLING = 60;

    public EventHit {
        requireNonNull(article, "article");
        requireNonNull(event, "event");
        requireNonNull(evidence, "evidence");
    }

    /**
     * Whether another article's report tells of the same event: in the same words, as copies of one text do, or as far as type,
     * date and participants say.
     */
    public boolean sameAs(EventHit other) {
        return event.type() == other.event.type()
                && !article.id().equals(other.article.id())
                && (inSameWords(other) || day() != null && day().equals(other.day()) && sharesActors(other));
    }

    /** Reports of one event together, each group in the place of its first report. */
    public static List<List<EventHit>> grouped(List<EventHit> hits) {
        List<List<EventHit>> groups = new ArrayList<>();
        for (EventHit hit : hits) {
            groups.stream()
                    .filter(group -> group.getFirst().sameAs(hit))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(hit), () -> groups.add(new ArrayList<>(List.of(hit))));
        }
        return groups;
    }

    private boolean inSameWords(EventHit other) {
        return evidence.text().length() >= TELLING && evidence.text().equals(other.evidence.text());
    }

    private boolean sharesActors(EventHit other) {
        return event.actors().stream().anyMatch(other.event.actors()::contains)
                || (event.actors().isEmpty() && other.event.actors().isEmpty());
    }

    /** Its own date where that is a whole day. */
    private @Nullable String day() {
        String date = event.date();
        return date != null && date.length() == 10 ? date : null;
    }
}
