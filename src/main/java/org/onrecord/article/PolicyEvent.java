package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that an article reports as done or decided in policy.
 *
 * @param type what was done
 * @param trigger the word that best names it
 * @param actors the participants, each once
 * @param date the most exact ISO prefix that the text gives ({@code 2025}, {@code 2025-08}, {@code 2025-08-08}); null if
 *     none
 * @param confidence from 0 (a guess) to 1 (certain)
 * @param document the official document by which it was done; null if the article is none
 */
public record PolicyEvent(
        EventType type,
        Passage trigger,
        List<ActorId> actors,
        @Nullable String date,
        double confidence,
        @Nullable OfficialDocument document) {
    private static final Pattern ISO_PREFIX = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");

    public PolicyEvent {
        requireNonNull(type, "type");
        requireNonNull(trigger, "trigger");
        actors = actors.stream().distinct().toList();
        if (date != null && !ISO_PREFIX.matcher(date).matches()) {
            throw new IllegalArgumentException("not a year, month or day in ISO form: " + date);
        }
        Confidence.check(confidence);
    }

    /** An event of which an article reports. */
    public PolicyEvent(
            EventType type, Passage trigger, List<ActorId> actors, @Nullable String date, double confidence) {
        this(type, trigger, actors, date, confidence, null);
    }
}
