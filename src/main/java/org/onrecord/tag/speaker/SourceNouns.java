package org.onrecord.tag.speaker;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.WordLists;

/** Tells a source's noun: a count, a writing, a person, a body; and makes a referent of one without a name. */
final class SourceNouns {
    /** What a house has that is the house. */
    static final Set<String> HOUSES = Set.of("board", "management", "leadership");

    private static final Set<String> COUNTS = Set.of(
            "some", "many", "several", "most", "few", "both", "neither", "others", "another", "all", "none", "one");
    private static final Set<String> PEOPLE = Set.of("person", "third", "second", "fourth", "source", "insider");

    private final WordLists words;

    SourceNouns(WordLists words) {
        this.words = words;
    }

    boolean isCount(SourcePhrase phrase) {
        return phrase.head().isA("NUM") || COUNTS.contains(phrase.noun());
    }

    boolean isWriting(String noun) {
        return words.documents.contains(noun)
                || words.speakers.writings.contains(noun)
                || noun.endsWith("s") && words.documents.contains(noun.substring(0, noun.length() - 1));
    }

    /** Whether nothing but adjectives and places tell which one it is, so that it can only be one in mind. */
    boolean isPlain(SourcePhrase phrase) {
        return phrase.base() == phrase.to()
                && phrase.modifiers().stream()
                        .allMatch(word -> !word.isA("NOUN")
                                && !Set.of("other", "next", "local", "first", "second")
                                        .contains(word.lower()));
    }

    /** Whether a noun is a person's: a role, "octogenarian", "71-year-old". */
    boolean isPersonNoun(SourcePhrase phrase) {
        String noun = phrase.noun();
        return !isWriting(noun)
                && !words.speakers.isBody(noun)
                && (words.roles.containsKey(noun)
                        || phrase.sentence().at(phrase.base() - 2).is("-") && noun.equals("old")
                        || noun.endsWith("-old")
                        || phrase.head().startsUpper()
                        || noun.matches(".*(?:er|or|ist|ian|man|woman|ant|eer|ee|mp)"));
    }

    private Referent.Kind unnamedKind(SourcePhrase phrase) {
        String noun = phrase.noun();
        if (isWriting(noun)) {
            return Referent.Kind.WRITING;
        }
        if (phrase.isPlural()) {
            return Referent.Kind.GROUP;
        }
        if (words.speakers.isBody(noun)) {
            return Referent.Kind.BODY;
        }
        boolean person = isCount(phrase)
                || isPersonNoun(phrase)
                || words.speakers.relations.contains(noun)
                || words.voices.contains(noun)
                || phrase.nameInHead() != null
                || PEOPLE.contains(noun);
        return person ? Referent.Kind.PERSON : Referent.Kind.OTHER;
    }

    /** One without a name, who may speak for an actor. */
    Referent unnamed(SourcePhrase phrase, @Nullable ActorId actor) {
        String noun = phrase.noun();
        Referent.Kind kind = unnamedKind(phrase);
        Referent referent = new Referent(kind, actor, kind == Referent.Kind.BODY ? ActorKind.ORGANISATION : null);
        referent.nouns.add(noun);
        referent.gender = kind == Referent.Kind.PERSON ? words.genderOf(noun) : null;
        return referent;
    }
}
