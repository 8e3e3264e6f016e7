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
import org.onrecord.digest.DigestIssue.Section;
import org.onrecord.digest.DigestItem.NewArticle;
import org.onrecord.search.ArticleHit;

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
        Map<String, List<ArticleHit>> stories = new LinkedHashMap<>();
        hits.forEach(hit ->
                stories.computeIfAbsent(hit.story(), story -> new ArrayList<>()).add(hit));
        List<Section> sections = new ArrayList<>();
        List<DigestItem> single = new ArrayList<>();
        stories.forEach((story, articles) -> {
            List<DigestItem> items =
                    articles.stream().<DigestItem>map(NewArticle::new).toList();
            if (items.size() == 1) {
                single.addAll(items);
            } else {
                sections.add(section(items.size() + " articles of one story", "story:" + story, items));
            }
        });
        if (!single.isEmpty()) {
            sections.add(section("What answers " + alert.query(), alert.query(), single));
        }
        return new DigestIssue(asDigest(alert, subscriber), subscriber, window, sections, List.of());
    }

    private static Section section(String heading, String query, List<DigestItem> items) {
        int listed = Math.min(items.size(), DigestEditor.LISTED);
        return new Section(heading, query, items.subList(0, listed), items.size() - listed);
    }

    private static Digest asDigest(Alert alert, Subscriber subscriber) {
        ZoneId zone =
                subscriber.quiet() == null ? ZoneOffset.UTC : subscriber.quiet().zone();
        return new Digest(
                alert.id(),
                alert.name(),
                LocalTime.MIDNIGHT,
                EnumSet.allOf(DayOfWeek.class),
                zone,
                List.of(new Digest.SavedSearch(alert.name(), alert.query())),
                List.of(),
                List.of(),
                Duration.ofDays(1));
    }
}
