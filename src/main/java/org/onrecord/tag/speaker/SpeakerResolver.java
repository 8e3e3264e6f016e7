package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.registry.Registry;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/**
 * Says who a speaker is: whom a name, a pronoun ("she"), a description ("the company", "the senator") or a voice ("a
 * spokesman") means. Follows a text from its start to its end and remembers who spoke; one for each text.
 */
public final class SpeakerResolver {
    /** What a source's words are. */
    public enum Kind {
        /** "Senator Orr". */
        NAME,
        /** "The letter", "a report". */
        WRITING,
        /** A pronoun, "the chipmaker", "a spokesman". */
        OTHER
    }

    private static final Set<String> RELATIVE = Set.of("who", "which", "whose", "that");

    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;
    private final Attention attention;
    private final Pronouns pronouns;
    private final Byline byline;
    private final FirstPerson firstPerson;
    private final Descriptions descriptions;
    private final Antecedents antecedents;
    private final Walk walk;
    private @Nullable Span lastSpan;
    private @Nullable Referent last;

    /**
     * A resolver for a text.
     *
     * @param names in the order of the text, none overlapping another
     */
    public SpeakerResolver(Reading reading, List<Name> names, Registry registry, WordLists words) {
        this.reading = reading;
        this.names = names;
        this.cast = new Cast(reading, names, registry, words);
        this.attention = new Attention(reading);
        this.pronouns = new Pronouns(attention);
        this.byline = new Byline(reading, names, cast);
        this.firstPerson = new FirstPerson(reading, names, cast, attention, byline);
        this.descriptions = new Descriptions(reading, names, cast, words, attention, pronouns);
        this.antecedents = new Antecedents(reading, names, cast);
        this.walk = new Walk(reading, names, cast, words, attention, pronouns, descriptions);
    }

    /**
     * Whom a speaker's words mean. To be asked in the order of the text.
     *
     * @param start where the words start in the text
     * @param end where they end
     * @return null for a source that stays unnamed or cannot be told
     */
    @Nullable
    public ActorId actor(int start, int end) {
        Span span = new Span(start, end);
        if (!span.equals(lastSpan)) {
            lastSpan = span;
            walk.to(start);
            last = referent(start, end);
            if (last != null) {
                attention.spoke(last, start);
                walk.skip(end);
            }
        }
        return last == null ? null : last.actor;
    }

    /**
     * The words that name the subject of the verb at a place, where the verb has none of its own: "Orr flew home and
     * accused the guild". To be asked in the order of the text.
     *
     * @return null when the sentence has no subject before it
     */
    @Nullable
    public Span subjectBefore(int place) {
        walk.to(place);
        int at = attention.subjectPlace(reading.sentenceAt(place));
        if (at < 0) {
            return null;
        }
        Name name = NamePlaces.at(names, at);
        if (name != null) {
            return new Span(name.start(), name.end());
        }
        Token token = reading.sentences()
                .get(reading.sentenceAt(at))
                .at(reading.sentences().get(reading.sentenceAt(at)).tokenAt(at));
        return new Span(token.start(), token.end());
    }

    /** What a source's words are. */
    public Kind kind(int start, int end) {
        SourcePhrase phrase = phrase(start, end);
        if (phrase == null) {
            return Kind.OTHER;
        }
        return phrase.nameInHead() != null
                ? Kind.NAME
                : descriptions.isWriting(phrase.noun()) ? Kind.WRITING : Kind.OTHER;
    }

    private @Nullable SourcePhrase phrase(int start, int end) {
        int at = reading.sentenceAt(start);
        if (at >= reading.sentences().size()) {
            return null;
        }
        Sentence sentence = reading.sentences().get(at);
        int from = sentence.tokenAt(start);
        int to = from;
        while (to < sentence.size() && sentence.get(to).start() < end) {
            to++;
        }
        return to == from ? null : SourcePhrase.at(sentence, from, to, NamePlaces.in(names, start, end));
    }

    private @Nullable Referent referent(int start, int end) {
        SourcePhrase phrase = phrase(start, end);
        if (phrase == null) {
            return null;
        }
        Sentence sentence = phrase.sentence();
        int from = phrase.from();
        Token first = sentence.get(from);
        List<Name> inside = NamePlaces.in(names, start, end);
        if (phrase.to() - from == 1 && inside.isEmpty()) {
            if (FirstPerson.isFirstPerson(first)) {
                return firstPerson.meaning(sentence, from);
            }
            if (Pronouns.isThirdPerson(first.lower())) {
                return pronouns.meaning(first);
            }
            if (RELATIVE.contains(first.lower())) {
                return antecedents.of(sentence, from);
            }
        }
        if (inside.isEmpty() && end - start <= 2 && first.text().startsWith("A")) {
            return byline.interviewed();
        }
        return descriptions.meaning(phrase);
    }
}
