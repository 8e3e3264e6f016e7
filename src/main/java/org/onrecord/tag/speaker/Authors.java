package org.onrecord.tag.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Says who made a writing that speaks: "the letter" is its signer's, as the place that first tells of it says. */
final class Authors {
    private static final Set<String> READERS = Set.of(
            "seen", "reviewed", "obtained", "viewed", "read", "cited", "quoted", "leaked", "received", "published");

    private static final Set<String> MAKES = Set.of(
            "sent",
            "wrote",
            "released",
            "issued",
            "signed",
            "posted",
            "filed",
            "drafted",
            "published",
            "commissioned",
            "submitted",
            "sends",
            "writes",
            "releases",
            "issues",
            "posts",
            "files",
            "publishes",
            "written",
            "penned",
            "circulated",
            "delivered",
            "addressed",
            "put",
            "prepared",
            "conducted");

    private static final int LOOK_BACK = 100;

    /** Where a writing is told of. */
    private record Place(int sentence, int token, int start) {}

    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;
    private final WordLists words;
    private final Attention attention;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final List<Place> all = new ArrayList<>();

    Authors(Reading reading, List<Name> names, Cast cast, WordLists words, Attention attention) {
        this.reading = reading;
        this.names = names;
        this.cast = cast;
        this.words = words;
        this.attention = attention;
        for (int s = 0; s < reading.sentences().size(); s++) {
            Sentence sentence = reading.sentences().get(s);
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.get(i);
                if (token.isA("NOUN", "PROPN")
                        && (words.documents.contains(token.lower())
                                || words.speakers.writings.contains(token.lower()))) {
                    Place place = new Place(s, i, token.start());
                    places.computeIfAbsent(token.lower(), key -> new ArrayList<>())
                            .add(place);
                    all.add(place);
                }
            }
        }
    }

    /** Whether the name in "a survey published by X" is its author's, not its reader's. */
    static boolean isMadeByWhoFollows(SourcePhrase phrase) {
        for (Token token : phrase.rest()) {
            if (READERS.contains(token.lower()) && !token.is("published")) {
                return false;
            }
        }
        return !Set.of("to", "on", "about", "against").contains(phrase.link());
    }

    /** Who made the writing with this noun that the text told of before a place; null when it does not say. */
    @Nullable
    ActorId of(String noun, int place) {
        Place last = lastBefore(places.getOrDefault(noun, List.of()), place, true);
        if (last == null) {
            last = lastBefore(all, place, false);
        }
        return last == null ? null : author(last);
    }

    /** Who made the writing that stands at a place, as the words behind it say: "a letter that Orr sent". */
    @Nullable
    ActorId madeBy(Sentence sentence, int token) {
        Name name = maker(sentence, token + 1);
        return name == null ? null : name.actor();
    }

    /** Who made the writing that the text last told of before a place. */
    @Nullable
    Referent ofAny(int place) {
        Place last = lastBefore(all, place, false);
        ActorId author = last == null ? null : author(last);
        return author == null ? null : new Referent(Referent.Kind.GROUP, author, null);
    }

    private @Nullable Place lastBefore(List<Place> told, int place, boolean introducing) {
        int low = 0;
        int high = told.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (told.get(middle).start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1, last = i - LOOK_BACK; i >= 0 && i > last; i--) {
            if (!introducing || !isDefinite(told.get(i))) {
                return told.get(i);
            }
        }
        return null;
    }

    private boolean isDefinite(Place place) {
        Sentence sentence = reading.sentences().get(place.sentence());
        for (int i = place.token() - 1; i >= Math.max(0, place.token() - 4); i--) {
            if (sentence.get(i).isA("DET")) {
                return sentence.get(i).is("the");
            }
        }
        return false;
    }

    private @Nullable ActorId author(Place place) {
        Sentence sentence = reading.sentences().get(place.sentence());
        Name owner = nameBefore(sentence, place.token());
        if (owner != null) {
            return owner.actor();
        }
        Name maker = maker(sentence, place.token() + 1);
        if (maker != null) {
            return maker.actor();
        }
        boolean reader = false;
        for (int i = place.token() + 1; i < Math.min(sentence.size(), place.token() + 9); i++) {
            Token token = sentence.get(i);
            reader |= READERS.contains(token.lower());
            boolean by = token.is("by") || token.is("from") || i == place.token() + 1 && token.is("of");
            if (by && !reader) {
                Name name = nameAfter(sentence, i + 1);
                if (name != null) {
                    return name.actor();
                }
            }
        }
        Referent subject = attention.subjectOf(place.sentence());
        return subject == null ? null : subject.actor;
    }

    /** "A letter that Orr, who chairs the guild, sent", "a report the guild released". */
    private @Nullable Name maker(Sentence sentence, int from) {
        int at = from;
        while (at < from + 3
                && (sentence.at(at).is("that")
                        || sentence.at(at).is("which")
                        || sentence.at(at).isA("DET")
                        || words.titles.containsKey(sentence.at(at).text()))) {
            at++;
        }
        Name name = at < sentence.size() ? nameAt(sentence.get(at).start()) : null;
        if (name == null || name.type() == EntityType.GPE) {
            return null;
        }
        for (int i = sentence.tokenAt(name.end()); i < Math.min(sentence.size(), from + 20); i++) {
            if (MAKES.contains(sentence.get(i).lower())) {
                return name;
            }
        }
        return null;
    }

    private @Nullable Name nameBefore(Sentence sentence, int token) {
        for (int i = token - 1; i >= Math.max(0, token - 4); i--) {
            Token here = sentence.get(i);
            if (here.is("'s") || here.is("'")) {
                return nameAt(sentence.at(i - 1).start());
            }
            if (!here.isA("ADJ", "NOUN", "NUM", "PROPN")) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Name nameAfter(Sentence sentence, int token) {
        for (int i = token; i < Math.min(sentence.size(), token + 4); i++) {
            Name name = nameAt(sentence.get(i).start());
            if (name != null) {
                return name.type() == EntityType.GPE ? null : name;
            }
        }
        return null;
    }

    private @Nullable Name nameAt(int offset) {
        Name name = NamePlaces.at(names, offset);
        return name != null && cast.member(name) != null ? name : null;
    }
}
