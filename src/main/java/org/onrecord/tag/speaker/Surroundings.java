package org.onrecord.tag.speaker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Reads what stands around a name: title and role, "X, a forwarder based in Singapore", "who runs Y", "of Idaho". */
final class Surroundings {
    private static final int BEFORE = 7;
    private static final int AFTER = 22;

    private final Reading reading;
    private final List<Name> names;
    private final WordLists words;

    Surroundings(Reading reading, List<Name> names, WordLists words) {
        this.reading = reading;
        this.names = names;
        this.words = words;
    }

    /** Adds to somebody what stands around their k-th name. */
    void learn(int k, Referent member) {
        Name name = names.get(k);
        int at = reading.sentenceAt(name.start());
        if (at >= reading.sentences().size()) {
            return;
        }
        Sentence sentence = reading.sentences().get(at);
        int from = sentence.tokenAt(name.start());
        int to = sentence.tokenAt(name.end());
        before(member, sentence, from);
        Token next = sentence.at(to);
        boolean fronted = from > 0
                && from <= 3
                && sentence.get(0).isA("ADP", "ADV")
                && sentence.at(from - 1).isA("ADP", "DET");
        boolean place = member.kind == Referent.Kind.PLACE;
        if (fronted || place) {
            return;
        }
        if (next.is(",") || next.is("(") || next.is("–") || next.is("—")) {
            insertion(member, sentence, to + 1);
        } else if (next.is("of") || next.is("from") || next.is("at") || next.is("for") || next.is("with")) {
            addHouse(member, sentence, to, Math.min(sentence.size(), to + 8));
        } else if (next.isA("AUX")
                && (next.is("is") || next.is("was"))
                && sentence.at(to + 1).isA("DET")) {
            nouns(member, sentence, to + 1, false);
        }
    }

    /** "Senator X", "chip designer X", "Y's chief engineer X", "the state secretary, X,". */
    private void before(Referent member, Sentence sentence, int from) {
        boolean comma = sentence.at(from - 1).is(",");
        int i = comma ? from - 2 : from - 1;
        int last = Math.max(0, from - BEFORE);
        boolean noun = false;
        for (; i >= last; i--) {
            Token token = sentence.get(i);
            Name other = nameAt(token.start());
            if (other != null && member.kind == Referent.Kind.PERSON && other.type() != EntityType.PERSON) {
                if (comma && !noun) {
                    return;
                }
                addHouse(member, other);
                continue;
            }
            if (comma && !noun && !isRole(token)) {
                return;
            }
            boolean title = words.titles.containsKey(token.text());
            boolean joins =
                    token.is("'s") || token.is("of") || token.is("-") || token.is("to") && isRole(sentence.at(i - 1));
            if (!title && !token.isA("NOUN", "ADJ", "PROPN") && !joins) {
                break;
            }
            if (member.kind == Referent.Kind.PERSON && (i == from - 1 || comma)) {
                tellGender(member, words.genderOf(token.text()));
            }
            if (title || isRole(token) || token.isA("NOUN") && token.isWord()) {
                add(member, full(token.lower()));
                noun = true;
            } else if (words.isPlaceWord(token) || words.speakers.nationality(token.text()) != null) {
                member.places.add(token.text());
            }
        }
    }

    private boolean isRole(Token token) {
        return words.roles.containsKey(token.lower()) || words.titles.containsKey(token.text());
    }

    private static void tellGender(Referent member, @Nullable Gender gender) {
        if (member.gender == null && gender != null) {
            member.gender = gender;
        }
    }

    private void insertion(Referent member, Sentence sentence, int from) {
        Token first = sentence.at(from);
        if (first.is("who") || first.is("which") || first.is("whose")) {
            for (int i = from + 1; i < Math.min(sentence.size(), from + 4); i++) {
                for (String noun : words.speakers.doer(sentence.get(i).lower())) {
                    add(member, noun);
                    addHouse(member, sentence, i, Math.min(sentence.size(), i + 8));
                }
            }
            return;
        }
        if (first.isA("DET", "NOUN", "ADJ", "NUM", "PROPN") || isRole(first) || first.is("of")) {
            nouns(member, sentence, from, true);
        }
    }

    /** The nouns of a phrase such as "a former diplomat and director general of the Chip Guild". */
    private void nouns(Referent member, Sentence sentence, int from, boolean apposition) {
        int end = from;
        boolean verb = false;
        while (end < Math.min(sentence.size(), from + AFTER)) {
            Token token = sentence.get(end);
            if (token.is(",") || token.is(")") || token.is(";") || token.is(".") || token.is("—") || token.is("–")) {
                break;
            }
            verb |= token.isA("AUX") || token.isA("VERB") && !token.lower().endsWith("ed");
            if (verb) {
                break;
            }
            end++;
        }
        boolean closed = end >= sentence.size() || !sentence.at(end).isWord();
        if (apposition && !closed && sentence.at(from).isA("DET") && end - from < 2) {
            return;
        }
        // "Orr, the bank said" is no apposition
        if (apposition
                && !closed
                && !sentence.at(end).is("who")
                && !sentence.at(end).is("that")) {
            boolean finite =
                    sentence.at(end).isVerbal() && !sentence.at(end).lower().endsWith("ing");
            if (finite && end - from <= 3) {
                return;
            }
        }
        boolean inHead = true;
        for (int i = from; i < end; i++) {
            Token token = sentence.get(i);
            Name other = nameAt(token.start());
            if (other != null) {
                addHouse(member, other);
                continue;
            }
            if (token.isA("ADP")) {
                inHead = false;
            } else if (token.isA("CCONJ")
                    || token.isA("DET") && sentence.at(i - 1).isA("CCONJ")) {
                inHead = true;
            }
            if (words.isPlaceWord(token) || words.speakers.nationality(token.text()) != null) {
                member.places.add(token.text());
            } else if (inHead && (token.isA("NOUN") || isRole(token)) && token.isWord()) {
                add(member, full(token.lower()));
            }
        }
    }

    private void add(Referent member, String noun) {
        member.nouns.addAll(words.speakers.withSynonyms(noun));
        if (member.kind == Referent.Kind.PERSON) {
            tellGender(member, words.genderOf(noun));
        }
    }

    private void addHouse(Referent member, Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = sentence.get(i);
            if (i > from && (token.is(",") || token.isVerbal())) {
                return;
            }
            Name other = nameAt(token.start());
            if (other != null) {
                addHouse(member, other);
                return;
            }
        }
    }

    private void addHouse(Referent member, Name other) {
        if (other.type() == EntityType.GPE) {
            for (String part :
                    reading.text().substring(other.start(), other.end()).split("\\s+")) {
                member.places.add(part);
            }
        }
        if (other.actor() != null
                && other.type() != EntityType.PERSON
                && !other.actor().equals(member.actor)) {
            member.houses.add(other.actor());
        }
    }

    private @Nullable Name nameAt(int offset) {
        return NamePlaces.at(names, offset);
    }

    private static String full(String title) {
        return switch (title) {
            case "sen.", "sens.", "senators" -> "senator";
            case "rep.", "reps." -> "representative";
            case "gov." -> "governor";
            case "prof.", "prof" -> "professor";
            case "gen." -> "general";
            default -> title;
        };
    }
}
