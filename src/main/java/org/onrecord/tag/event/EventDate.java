package org.onrecord.tag.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/**
 * Finds when an event happened: the date in its own sentence, else the one that opens the paragraph, else the one in the
 * sentence before, else the month of publication.
 */
final class EventDate {
    /** How far from an event, in characters, its date is looked for. */
    private static final int REACH = 300;

    /** Sentences back to the one that opens the paragraph. */
    private static final int LONGEST_PARAGRAPH = 12;

    /** Characters in which a date that opens a paragraph stands. */
    private static final int OPENING = 30;

    private final Reading reading;
    private final @Nullable LocalDate published;

    EventDate(Reading reading) {
        this.reading = reading;
        Published when = reading.article().published();
        this.published = when == null ? null : when.day();
    }

    /** The date of the event that a place names, as an ISO prefix; null when it cannot be told. */
    @Nullable
    String of(Span trigger) {
        int number = Math.min(
                reading.sentenceAt(trigger.start()), reading.sentences().size() - 1);
        if (number < 0) {
            return null;
        }
        Sentence sentence = reading.sentences().get(number);
        int from = Math.max(sentence.start(), trigger.start() - REACH);
        int to = Math.min(sentence.end(), trigger.end() + REACH);
        if (from > trigger.start() || to < trigger.end()) {
            return null;
        }
        String text = reading.text().substring(from, to);
        String own = NearestDate.in(text, trigger.start() - from, trigger.end() - from, published);
        String date = own == null ? opening(number) : own;
        return date == null ? around(number) : date;
    }

    /** In a chronicle the date opens the paragraph: "May 2025. The bureau opens an inquiry." */
    private @Nullable String opening(int number) {
        int paragraph = reading.sentences().get(number).paragraph();
        int first = number;
        while (first > 0
                && number - first < LONGEST_PARAGRAPH
                && reading.sentences().get(first - 1).paragraph() == paragraph) {
            first--;
        }
        int start = reading.sentences().get(first).start();
        int end = Math.min(reading.text().length(), start + OPENING);
        return NearestDate.opening(reading.text().substring(start, end), published);
    }

    /** "On Tuesday the House voted. The bill passed." Else what is told as news happened in the month of publication. */
    private @Nullable String around(int number) {
        Sentence own = reading.sentences().get(number);
        Sentence before = number == 0 ? own : reading.sentences().get(number - 1);
        String date = null;
        if (before != own && before.paragraph() == own.paragraph()) {
            int from = Math.max(before.start(), before.end() - REACH);
            String text = reading.text().substring(from, before.end());
            date = NearestDate.in(text, text.length(), text.length(), published);
        }
        return date != null || published == null ? date : published.toString().substring(0, 7);
    }
}
