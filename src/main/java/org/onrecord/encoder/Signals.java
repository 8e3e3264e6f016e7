package org.onrecord.encoder;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Span;

/**
 * What the network sees in a text, by place. Chances are from 0 to 1.
 *
 * @param names words that name something, in the order of the text
 * @param statements attributed words, window by window in the order of their cues
 * @param triggers words that tell of a policy event
 * @param figures quantities worth checking
 */
public record Signals(List<Name> names, List<Said> statements, List<Trigger> triggers, List<Figure> figures) {
    public Signals {
        names = List.copyOf(names);
        statements = List.copyOf(statements);
        triggers = List.copyOf(triggers);
        figures = List.copyOf(figures);
    }

    /** A name and what kind of thing it names. */
    public record Name(Span span, EntityType type, double chance) {}

    /** A word that tells of a policy event. */
    public record Trigger(Span span, EventType type, double chance) {}

    /** A quantity. */
    public record Figure(Span span, double chance) {}

    /**
     * Words that somebody is given as the source of.
     *
     * @param source who is given; null when the text names none
     * @param cue the word that attributes; null where the content stands by itself, as in a transcript
     * @param content the attributed words
     * @param chance that cue, source and content are right
     * @param acts how likely each act is
     * @param stands how likely each stand is, by label: {@code none} or {@code issue|position}
     * @param referents who of the names near it may be meant by the source
     */
    public record Said(
            @Nullable Span source,
            @Nullable Span cue,
            Span content,
            double chance,
            Map<Act, Double> acts,
            Map<String, Double> stands,
            Referents referents) {
        public Said {
            acts = Map.copyOf(acts);
            stands = Map.copyOf(stands);
        }
    }
}
