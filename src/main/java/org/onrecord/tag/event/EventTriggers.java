package org.onrecord.tag.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EventType;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds by rules the words that name an event: a trigger with a word of its field near it. */
public final class EventTriggers {
    /** Words alone are a weak sign. */
    private static final double CONFIDENCE = 0.6;

    /** How many characters a word of its field may stand from a trigger. */
    private static final int NEAR = 110;

    private static final Set<String> WISHES = Set.of(
            "would",
            "could",
            "should",
            "might",
            "may",
            "must",
            "if",
            "whether",
            "unless",
            "not",
            "n't",
            "never",
            "wants",
            "want",
            "urged",
            "urges",
            "consider",
            "considering",
            "hopes",
            "propose",
            "proposes",
            "proposed",
            "would-be",
            "can",
            "no");

    private record Kind(EventType type, Set<String> triggers, Set<String> near) {}

    private final List<Kind> kinds = new ArrayList<>();

    public EventTriggers() {
        Lexicon list = Lexicon.named("events");
        for (EventType type : EventType.values()) {
            Set<String> near = type == EventType.MEETING ? Set.of() : list.section(type.label() + " near");
            kinds.add(new Kind(type, list.section(type.label()), near));
        }
    }

    /** The triggers in the order of the text; at most one of a type in a sentence. */
    public List<Trigger> find(Reading reading) {
        List<Trigger> found = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            for (Kind kind : kinds) {
                Token best = best(reading, sentence, kind);
                if (best != null) {
                    found.add(new Trigger(new Span(best.start(), best.end()), kind.type(), CONFIDENCE));
                }
            }
        }
        return found;
    }

    private static @Nullable Token best(Reading reading, Sentence sentence, Kind kind) {
        Token best = null;
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            boolean stands = kind.triggers().contains(token.lower())
                    && !reading.quotes().covers(token.start())
                    && fits(sentence, i, kind)
                    && !isWish(sentence, i);
            if (stands && (best == null || token.isA("VERB") && !best.isA("VERB"))) {
                best = token;
            }
        }
        return best;
    }

    private static boolean fits(Sentence sentence, int i, Kind kind) {
        Token token = sentence.get(i);
        if (kind.type() == EventType.MEETING) {
            return !token.is("meet") && (!token.is("met") || sentence.at(i + 1).isWord());
        }
        for (Token other : sentence.tokens()) {
            if (other != token
                    && Math.abs(other.start() - token.start()) <= NEAR
                    && kind.near().contains(other.lower())) {
                return true;
            }
        }
        return kind.near().contains(token.lower());
    }

    private static boolean isWish(Sentence sentence, int i) {
        for (int j = Math.max(0, i - 5); j < i; j++) {
            if (WISHES.contains(sentence.get(j).lower())) {
                return true;
            }
        }
        Token before = sentence.at(i - 1);
        boolean toBe = before.is("be") && sentence.at(i - 2).is("to");
        boolean describes = before.isA("DET", "ADP")
                && sentence.at(i + 1).isA("NOUN")
                && sentence.get(i).lower().endsWith("ed");
        return toBe || describes || before.is("to") && sentence.get(i).isA("VERB");
    }
}
