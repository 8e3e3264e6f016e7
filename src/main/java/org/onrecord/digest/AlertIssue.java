package org.onrecord.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.digest.DigestIssue.Kind;
import org.onrecord.digest.DigestIssue.Section;
import org.onrecord.digest.DigestItem.NewStory;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.StoryHit;

/** Lays out an alert as a digest of one section: the articles of one story are one entry. */
public final class AlertIssue {
    private AlertIssue() {}

    /**
     * What an alert has to say to one reader at one time.
     *
     * @param window the moment of sending
     * @param hits the articles, at least one, newest first
     */
    public static DigestIssue of(Alert alert, Subscriber subscriber, Instant window, List<ArticleHit> hits) {
        return new DigestIssue(
                asDigest(alert, alert.name(), subscriber), subscriber, window, List.of(section(alert, hits, 0)));
    }

    /**
     * The last one before an alert that brings far too much is paused.
     *
     * @param others how many articles answer besides
     * @param reason why, after "because"
     */
    public static DigestIssue paused(
            Alert alert, Subscriber subscriber, Instant window, List<ArticleHit> hits, int others, String reason) {
        return new DigestIssue(
                asDigest(alert, "Paused: " + alert.name(), subscriber),
                subscriber,
                window,
                null,
                List.of(section(alert, hits, others)),
                List.of(),
                List.of(),
                List.of(),
                List.of("all that comes in from now on. This alert is paused, because " + reason
                        + ". To get it again, narrow its search and then press the button on the page that unsubscribes, or"
                        + " ask whoever sends these mails"));
    }

    private static Section section(Alert alert, List<ArticleHit> hits, int others) {
        Map<String, List<ArticleHit>> stories = new LinkedHashMap<>();
        hits.forEach(hit ->
                stories.computeIfAbsent(hit.story(), story -> new ArrayList<>()).add(hit));
        List<DigestItem> items = stories.values().stream()
                .map(AlertIssue::story)
                .map(NewStory::new)
                .map(DigestItem.class::cast)
                .toList();
        int listed = Math.min(items.size(), DigestEdition.LISTED);
        return new Section(
                Kind.STORIES,
                "What answers " + alert.query(),
                alert.query(),
                items.subList(0, listed),
                items.size() - listed + others,
                null);
    }

    /** The articles of one story among those that answer. */
    private static StoryHit story(List<ArticleHit> newestFirst) {
        int copies = newestFirst.stream().mapToInt(ArticleHit::copies).max().orElse(0) + 1;
        return new StoryHit(
                newestFirst.getFirst().story(),
                newestFirst.size(),
                newestFirst.reversed().stream().map(ArticleHit::article).toList(),
                Math.min(copies, newestFirst.size()),
                newestFirst.getFirst().passage());
    }

    private static Digest asDigest(Alert alert, String name, Subscriber subscriber) {
        ZoneId zone =
                subscriber.quiet() == null ? ZoneOffset.UTC : subscriber.quiet().zone();
        return new Digest(
                alert.id(),
                name,
                LocalTime.MIDNIGHT,
                EnumSet.allOf(DayOfWeek.class),
                zone,
                List.of(new Digest.SavedSearch(alert.name(), alert.query())),
                List.of(),
                List.of(),
                Duration.ofDays(1));
    }
}
