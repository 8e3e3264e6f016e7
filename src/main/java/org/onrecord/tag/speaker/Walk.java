package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Set;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Goes through a text from its start and tells {@link Attention} of every name and every "he" and "she". */
final class Walk {
    /** What opens a clause that is about another time or reason: its subject is seldom spoken of next. */
    private static final Set<String> ASIDE =
            Set.of("when", "after", "before", "since", "while", "because", "until", "if", "as");

    private static final Set<String> INNER = Set.of("'s", "'", "-", "&");

    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;
    private final WordLists words;
    private final Attention attention;
    private final Pronouns pronouns;
    private final Descriptions descriptions;
    private int sentence;
    private int token;
    private int name;
    private int doneTo;

    Walk(
            Reading reading,
            List<Name> names,
            Cast cast,
            WordLists words,
            Attention attention,
            Pronouns pronouns,
            Descriptions descriptions) {
        this.reading = reading;
        this.names = names;
        this.cast = cast;
        this.words = words;
        this.attention = attention;
        this.pronouns = pronouns;
        this.descriptions = descriptions;
    }

    /** Goes on to a place; what starts there is not told yet. */
    void to(int place) {
        while (sentence < reading.sentences().size()) {
            Sentence current = reading.sentences().get(sentence);
            for (; token < current.size(); token++) {
                Token here = current.get(token);
                if (here.start() >= place) {
                    return;
                }
                look(current, token, here);
            }
            sentence++;
            token = 0;
        }
    }

    /** What stands before a place has been told by others. */
    void skip(int place) {
        doneTo = Math.max(doneTo, place);
    }

    private void look(Sentence current, int at, Token here) {
        while (name < names.size() && names.get(name).end() <= here.start()) {
            name++;
        }
        if (name < names.size() && names.get(name).start() <= here.start()) {
            Name found = names.get(name++);
            Referent member = cast.member(found);
            if (member != null) {
                attention.mentioned(member, found.start(), isSubject(current, at, current.tokenAt(found.end())));
            }
        } else if (here.start() >= doneTo && !reading.quotes().covers(here.start())) {
            Referent meant = pronouns.thirdPerson(here);
            if (meant != null) {
                attention.mentioned(meant, here.start(), here.is("he") || here.is("she"));
            } else if (here.isA("DET", "PRON")) {
                describe(current, at, here);
            }
        }
    }

    /** "The company": a mention of whom it stands for. */
    private void describe(Sentence current, int at, Token here) {
        int to = at + 1;
        while (to < current.size()
                && to < at + 6
                && current.get(to).isA("ADJ", "NOUN", "PROPN")
                && NamePlaces.at(names, current.get(to).start()) == null) {
            to++;
        }
        if (to == at + 1) {
            return;
        }
        SourcePhrase phrase = SourcePhrase.at(current, at, to, List.of());
        Referent meant = descriptions.strictly(phrase);
        if (meant == null && at == 0) {
            meant = descriptions.writingInMind(phrase);
            if (meant == null && !isNamedLater(current, to)) {
                meant = descriptions.personInMind(phrase);
            }
        }
        if (meant != null) {
            attention.mentioned(meant, here.start(), isSubject(current, at, to));
        }
    }

    /** "A director of the centre, Mei Lan,": a person is named after the next comma. */
    private boolean isNamedLater(Sentence current, int from) {
        for (int i = from; i < Math.min(current.size() - 1, from + 12); i++) {
            if (current.get(i).is(",")) {
                Name later = NamePlaces.at(names, current.get(i + 1).start());
                return later != null && later.type() == EntityType.PERSON;
            }
        }
        return false;
    }

    /** Whether a name stands where a subject stands: opens a clause, or comes after a verb that follows a comma. */
    boolean isSubject(Sentence current, int from, int to) {
        Token next = current.at(to);
        if (INNER.contains(next.lower()) || next.isA("NOUN")) {
            return false;
        }
        int i = from - 1;
        while (i >= 0
                && (current.get(i).isA("DET", "ADJ", "NOUN", "PROPN")
                        || INNER.contains(current.get(i).lower())
                        || words.titles.containsKey(current.get(i).text()))) {
            i--;
        }
        if (i < 0) {
            return true;
        }
        Token before = current.get(i);
        if (ASIDE.contains(before.lower())) {
            return false;
        }
        if (before.isVerbal()) {
            Token earlier = current.at(i - 1);
            return i == 0 || !earlier.isWord();
        }
        if (before.is("to") && current.at(i - 1).is("according")) {
            return true;
        }
        return !before.isA("ADP", "PART")
                && !before.is("to")
                && (next.isVerbal() || !next.isWord() || next.isA("ADV", "SCONJ", "ADP", "PRON", "CCONJ"));
    }
}
