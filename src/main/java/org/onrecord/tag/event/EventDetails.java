package org.onrecord.tag.event;

import java.util.List;
import java.util.Locale;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;

/** Finds who took part in an event and when it happened, given the word that names it and its type. */
final class EventDetails {
    private final EventWords words = new EventWords(Lexicon.named("events"));

    /** The event that a word names, with its participants and date where the text gives them. */
    PolicyEvent read(Reading reading, List<Name> names, Span trigger, EventType type, double confidence) {
        return new PolicyEvent(
                type,
                trigger.in(reading.text()),
                participants(reading, Name.inOrder(names), trigger, type),
                new EventDate(reading).of(trigger),
                confidence);
    }

    private List<ActorId> participants(Reading reading, List<Name> names, Span trigger, EventType type) {
        String deed = trigger.in(reading.text()).text().toLowerCase(Locale.ROOT);
        Participants participants = new Participants(type, words.sponsored.contains(deed));
        participants.gather(
                new Candidates(reading, names, trigger, type, words)::in,
                reading.sentences(),
                reading.sentenceAt(trigger.start()));
        return participants.chosen();
    }
}
