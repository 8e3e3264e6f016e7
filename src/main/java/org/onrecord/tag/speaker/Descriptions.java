package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Says whom a description means: "the chipmaker", "a spokesman for the ministry", "its finance chief", "the letter". */
final class Descriptions {
    private static final Set<String> OWNERS = Set.of("his", "her", "its", "their", "whose");
    private static final Set<String> FILED = Set.of("filing", "prospectus", "notice", "announcement", "release");

    private final List<Name> names;
    private final Cast cast;
    private final WordLists words;
    private final Attention attention;
    private final Pronouns pronouns;
    private final Authors authors;
    private final Antecedents antecedents;
    private final SourceNouns nouns;
    private final Likeness likeness;
    private final Houses houses;

    Descriptions(
            Reading reading, List<Name> names, Cast cast, WordLists words, Attention attention, Pronouns pronouns) {
        this.names = names;
        this.cast = cast;
        this.words = words;
        this.attention = attention;
        this.pronouns = pronouns;
        this.nouns = new SourceNouns(words);
        this.likeness = new Likeness(words);
        this.houses = new Houses(cast, words, attention, nouns, likeness);
        this.antecedents = new Antecedents(reading, names, cast);
        this.authors = new Authors(reading, names, cast, words, attention);
    }

    boolean isWriting(String noun) {
        return nouns.isWriting(noun);
    }

    /** Whom it means; one without an actor for a source that stays unnamed. */
    Referent meaning(SourcePhrase phrase) {
        Referent meant = known(phrase);
        return meant != null ? meant : nouns.unnamed(phrase, null);
    }

    private @Nullable Referent known(SourcePhrase phrase) {
        if (phrase.nameInHead() != null) {
            return cast.member(phrase.nameInHead());
        }
        Name apposed = apposed(phrase);
        if (apposed != null) {
            return cast.member(apposed);
        }
        if (nouns.isCount(phrase)) {
            return null;
        }
        if (OWNERS.contains(phrase.first().lower()) && phrase.base() - phrase.from() > 1) {
            Referent owner = phrase.first().is("whose")
                    ? antecedents.of(phrase.sentence(), phrase.from())
                    : pronouns.meaning(phrase.first());
            return owner == null ? null : houses.owned(owner, phrase);
        }
        if (phrase.owner() > phrase.from()) {
            SourcePhrase whose = SourcePhrase.at(phrase.sentence(), phrase.from(), phrase.owner(), names);
            Referent owner = whose.nameInHead() != null ? cast.member(whose.nameInHead()) : strictly(whose);
            return owner == null ? null : houses.owned(owner, phrase);
        }
        if (phrase.nameBefore() != null) {
            Referent house = cast.member(phrase.nameBefore());
            if (house != null && house.kind != Referent.Kind.PLACE) {
                return houses.ofHouse(house, phrase);
            }
        } else if (phrase.nameAfter() != null) {
            Referent house = cast.member(phrase.nameAfter());
            Referent linked = house == null ? null : houses.linked(house, phrase);
            if (linked != null) {
                return linked;
            }
        }
        return bare(phrase);
    }

    /** "Its finance chief, Padma Orr,": the name between commas, within the phrase or right after it. */
    private @Nullable Name apposed(SourcePhrase phrase) {
        int comma = phrase.base();
        if (phrase.isPlural() || !phrase.sentence().at(comma).is(",")) {
            return null;
        }
        for (int i = comma + 1; i < Math.min(phrase.sentence().size(), comma + 4); i++) {
            Token token = phrase.sentence().get(i);
            Name name = NamePlaces.at(names, token.start());
            if (name != null) {
                int after = phrase.sentence().tokenAt(name.end());
                boolean closed =
                        after >= phrase.to() && !phrase.sentence().at(after).isWord();
                return name.type() == EntityType.PERSON && closed ? name : null;
            }
            if (!words.titles.containsKey(token.text())) {
                return null;
            }
        }
        return null;
    }

    /** A description without a name in it. */
    private @Nullable Referent bare(SourcePhrase phrase) {
        String noun = phrase.noun();
        Referent usual = phrase.modifiers().isEmpty() && !phrase.isIndefinite() ? cast.usual(noun) : null;
        if (usual != null) {
            return nouns.unnamed(phrase, usual.actor);
        }
        if (!phrase.isPlural()
                && (words.speakers.voices.contains(noun) || words.voices.contains(noun))
                && !isThe(phrase, "embassy", "office", "press")) {
            return voice(phrase);
        }
        if (nouns.isWriting(noun)) {
            return writing(phrase);
        }
        if (words.speakers.isPeople(phrase.head().text())) {
            return place(words.speakers.nationality(phrase.head().text()));
        }
        boolean there =
                phrase.sentence().at(phrase.to()).is("there") || phrase.link().equals("there");
        if (there && words.speakers.staff.contains(noun)) {
            return body(phrase, who -> who.bodyKind != ActorKind.NEWS_OUTLET);
        }
        if (phrase.isDefinite() && noun.equals("directors")) {
            return body(phrase, who -> who.bodyKind == ActorKind.COMPANY);
        }
        if (phrase.isDefinite() && !phrase.isPlural()) {
            return described(phrase);
        }
        if (phrase.isDefinite() && Set.of("authors", "signatories", "writers").contains(noun)) {
            return authors.ofAny(phrase.start());
        }
        if (phrase.base() - phrase.from() == 1 && SourceNouns.HOUSES.contains(noun)) {
            return body(phrase, who -> who.bodyKind == ActorKind.COMPANY);
        }
        if (phrase.base() - phrase.from() <= 2
                && phrase.head().startsUpper()
                && phrase.head().isWord()
                && noun.length() > 2) {
            String part = noun;
            return attention.best(
                    phrase.start(),
                    who -> who.kind == Referent.Kind.PERSON
                                    && who.actor != null
                                    && (who.actor.value().startsWith(part + "-")
                                            || who.actor.value().endsWith("-" + part))
                            ? 0
                            : Double.NaN);
        }
        return null;
    }

    private static boolean isThe(SourcePhrase phrase, String... nouns) {
        return phrase.isDefinite() && Set.of(nouns).contains(phrase.noun());
    }

    private static Referent place(@Nullable ActorId actor) {
        return new Referent(Referent.Kind.PLACE, actor, ActorKind.PLACE);
    }

    private interface Which {
        boolean fits(Referent who);
    }

    private @Nullable Referent body(SourcePhrase phrase, Which which) {
        Referent best = attention.best(
                phrase.start(),
                who -> who.actor != null && who.kind == Referent.Kind.BODY && which.fits(who) ? 0 : Double.NaN);
        return best == null ? null : nouns.unnamed(phrase, best.actor);
    }

    /** "A spokesman", "a bureau official", "an embassy statement". */
    private @Nullable Referent voice(SourcePhrase phrase) {
        for (Token modifier : phrase.modifiers()) {
            String noun = modifier.lower();
            Referent house = modifier.isA("NOUN", "PROPN")
                    ? attention.best(phrase.start(), who -> likeness.fitOfBody(who, noun))
                    : null;
            if (house != null) {
                return nouns.unnamed(phrase, house.actor);
            }
        }
        String noun = phrase.noun();
        if (phrase.isDefinite() && !noun.equals("statement")) {
            Referent before = attention.best(
                    phrase.start(),
                    who -> who.kind == Referent.Kind.PERSON && who.nouns.contains(noun) ? 0 : Double.NaN);
            if (before != null) {
                return before;
            }
        }
        if (phrase.isDefinite() && (noun.equals("official") || noun.equals("representative"))) {
            return described(phrase);
        }
        boolean there =
                phrase.sentence().at(phrase.to()).is("there") || phrase.link().equals("there");
        if (noun.startsWith("spokes") || noun.equals("statement") || there) {
            return body(phrase, who -> who.bodyKind != ActorKind.NEWS_OUTLET);
        }
        if (noun.equals("official") && phrase.modifiers().isEmpty()) {
            Referent agency = attention.best(
                    phrase.start(), 2, who -> who.actor != null && who.bodyKind == ActorKind.AGENCY ? 0 : Double.NaN);
            return agency == null ? null : nouns.unnamed(phrase, agency.actor);
        }
        return null;
    }

    private @Nullable Referent writing(SourcePhrase phrase) {
        String noun = phrase.noun();
        ActorId maker = authors.madeBy(phrase.sentence(), phrase.base() - 1);
        if (maker != null) {
            return nouns.unnamed(phrase, maker);
        }
        if (phrase.isIndefinite()) {
            return FILED.contains(noun) ? body(phrase, who -> who.bodyKind != ActorKind.NEWS_OUTLET) : null;
        }
        if (!phrase.isDefinite()) {
            return null;
        }
        Referent before = attention.best(
                phrase.start(), who -> who.kind == Referent.Kind.WRITING && who.nouns.contains(noun) ? 0 : Double.NaN);
        if (before != null) {
            return before;
        }
        return nouns.unnamed(phrase, authors.of(noun, phrase.start()));
    }

    /** "The letter" at the start of a sentence: a writing to keep in mind. */
    @Nullable
    Referent writingInMind(SourcePhrase phrase) {
        return nouns.isWriting(phrase.noun()) && phrase.isDefinite() && !phrase.isPlural() ? meaning(phrase) : null;
    }

    /** "My nephew", "a dealer": somebody without a name to keep in mind. */
    @Nullable
    Referent personInMind(SourcePhrase phrase) {
        boolean somebody = phrase.isIndefinite()
                || Set.of("my", "his", "her", "their", "our", "your")
                        .contains(phrase.first().lower());
        boolean person = words.roles.containsKey(phrase.noun())
                || words.speakers.relations.contains(phrase.noun()) && !words.speakers.isBody(phrase.noun());
        return somebody && person && !phrase.isPlural() && apposed(phrase) == null ? nouns.unnamed(phrase, null) : null;
    }

    /** Whom "the chipmaker" or "the senator" stands for by what is known of each; null when nobody is known as that. */
    @Nullable
    Referent strictly(SourcePhrase phrase) {
        return phrase.nameInHead() == null
                        && phrase.isDefinite()
                        && !phrase.isPlural()
                        && !nouns.isWriting(phrase.noun())
                ? attention.best(phrase.start(), who -> likeness.fit(who, phrase))
                : null;
    }

    private @Nullable Referent described(SourcePhrase phrase) {
        String noun = phrase.noun();
        boolean rules =
                Set.of("government", "administration", "side", "authorities").contains(noun);
        for (Token modifier : phrase.modifiers()) {
            ActorId country = words.speakers.nationality(modifier.text());
            if (rules && country != null) {
                return place(country);
            }
        }
        Referent fitting = attention.best(phrase.start(), who -> likeness.fit(who, phrase));
        if (fitting != null) {
            return fitting;
        }
        if (nouns.isPersonNoun(phrase) && nouns.isPlain(phrase)) {
            Gender gender = words.genderOf(noun);
            return attention.best(
                    phrase.start(),
                    3,
                    who -> who.kind == Referent.Kind.PERSON
                                    && who.actor != null
                                    && (gender == null || who.gender == null || who.gender == gender)
                            ? likeness.extra(who, phrase) + (who.nouns.isEmpty() ? 1 : 0)
                            : Double.NaN);
        }
        return null;
    }
}
