package org.onrecord.tag.speaker;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.WordLists;

/** Says who speaks for whom: "her office", "its chief executive", "economists at the bank". */
final class Houses {
    private final Cast cast;
    private final WordLists words;
    private final Attention attention;
    private final SourceNouns nouns;
    private final Likeness likeness;

    Houses(Cast cast, WordLists words, Attention attention, SourceNouns nouns, Likeness likeness) {
        this.cast = cast;
        this.words = words;
        this.attention = attention;
        this.nouns = nouns;
        this.likeness = likeness;
    }

    /** "Her office", "its chief executive", "the firm's lawyers". */
    @Nullable
    Referent owned(Referent owner, SourcePhrase phrase) {
        String noun = phrase.noun();
        boolean house = owner.kind == Referent.Kind.BODY;
        if (words.speakers.voices.contains(noun) || nouns.isWriting(noun)) {
            Referent employer =
                    owner.kind == Referent.Kind.PERSON && noun.startsWith("spokes") ? employer(owner, phrase) : null;
            if (employer != null) {
                return employer;
            }
            boolean embassy = noun.equals("embassy") || noun.startsWith("official");
            return owner.kind == Referent.Kind.PLACE && embassy ? null : nouns.unnamed(phrase, owner.actor);
        }
        if (house && phrase.isPlural() && words.speakers.staff.contains(noun)
                || house && SourceNouns.HOUSES.contains(noun)
                || house && noun.equals("staff")) {
            return nouns.unnamed(phrase, owner.actor);
        }
        if (owner.kind == Referent.Kind.PERSON
                && Set.of("staff", "campaign", "team").contains(noun)) {
            return nouns.unnamed(phrase, owner.actor);
        }
        if (words.speakers.relations.contains(noun)) {
            return null;
        }
        if (owner.kind == Referent.Kind.PERSON) {
            Referent company = houseOf(owner, noun, phrase.start());
            return company == null && words.speakers.leaders.contains(noun) ? employer(owner, phrase) : company;
        }
        if (owner.actor != null && !phrase.isPlural()) {
            Referent titled = cast.titled(noun, owner.actor);
            if (titled != null) {
                return titled;
            }
            return house && words.speakers.leaders.contains(noun) ? nouns.unnamed(phrase, owner.actor) : null;
        }
        return null;
    }

    /** "His finance chief": the company of whoever it is. */
    private @Nullable Referent employer(Referent owner, SourcePhrase phrase) {
        Referent house = attention.best(
                phrase.start(),
                who -> who.actor != null && who.bodyKind == ActorKind.COMPANY && owner.houses.contains(who.actor)
                        ? 0
                        : Double.NaN);
        return house == null ? null : nouns.unnamed(phrase, house.actor);
    }

    /** "His company". */
    private @Nullable Referent houseOf(Referent owner, String noun, int place) {
        return attention.best(
                place,
                who -> who.actor != null && who.kind == Referent.Kind.BODY && owner.houses.contains(who.actor)
                        ? likeness.fitOfBody(who, noun)
                        : Double.NaN);
    }

    /** "A Commerce Department official", "the Halvorsen boss". */
    @Nullable
    Referent ofHouse(Referent house, SourcePhrase phrase) {
        String noun = phrase.noun();
        if (house.kind == Referent.Kind.PERSON) {
            return nouns.isWriting(noun) || noun.equals("office") ? nouns.unnamed(phrase, house.actor) : null;
        }
        if (words.speakers.voices.contains(noun)
                || words.voices.contains(noun)
                || nouns.isWriting(noun)
                || words.speakers.staff.contains(noun)) {
            return nouns.unnamed(phrase, house.actor);
        }
        if (house.actor == null || phrase.isPlural()) {
            return null;
        }
        Referent titled = cast.titled(noun, house.actor);
        if (titled == null && noun.equals("executive")) {
            return nouns.unnamed(phrase, house.actor);
        }
        if (titled != null || !phrase.isDefinite()) {
            return titled;
        }
        if (SourceNouns.HOUSES.contains(noun)) {
            return nouns.unnamed(phrase, house.actor);
        }
        ActorId actor = house.actor;
        return words.speakers.isBody(noun)
                ? null
                : attention.best(
                        phrase.start(),
                        who -> who.kind == Referent.Kind.PERSON && who.houses.contains(actor) ? 0 : Double.NaN);
    }

    /** "A spokesman for the ministry", "economists at the bank", "a survey by X". */
    @Nullable
    Referent linked(Referent house, SourcePhrase phrase) {
        String noun = phrase.noun();
        boolean place = house.kind == Referent.Kind.PLACE;
        String link = phrase.link();
        boolean direct = Set.of("of", "for", "at", "from", "by", "with", "in").contains(link);
        if (nouns.isWriting(noun)) {
            return Authors.isMadeByWhoFollows(phrase) ? nouns.unnamed(phrase, house.actor) : null;
        }
        if (!direct) {
            return null;
        }
        if (words.speakers.voices.contains(noun) || words.voices.contains(noun)) {
            return place && !noun.startsWith("spokes") ? null : nouns.unnamed(phrase, house.actor);
        }
        if (place || house.kind == Referent.Kind.PERSON || house.actor == null) {
            return null;
        }
        if (phrase.isPlural()) {
            return words.speakers.staff.contains(noun) && !phrase.isDefinite() && !link.equals("in")
                    ? nouns.unnamed(phrase, house.actor)
                    : null;
        }
        Referent titled = phrase.isDefinite() ? cast.titled(noun, house.actor) : null;
        if (titled != null) {
            return titled;
        }
        boolean leader = phrase.isDefinite() && words.speakers.leaders.contains(noun);
        boolean executive = noun.equals("executive") || noun.equals("president") || noun.equals("lawyer");
        return leader || executive ? nouns.unnamed(phrase, house.actor) : null;
    }
}
