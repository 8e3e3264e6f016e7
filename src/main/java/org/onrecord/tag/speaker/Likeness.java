package org.onrecord.tag.speaker;

import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Says how well a description fits somebody: called so in the text or the registry, of that kind, of that place. */
final class Likeness {
    private static final double CALLED_SO = 4;
    private static final double OF_THE_KIND = 1.5;
    private static final double OF_THE_PLACE = 2;

    private final WordLists words;

    Likeness(WordLists words) {
        this.words = words;
    }

    double fit(Referent who, SourcePhrase phrase) {
        double fit = fit(who, phrase.noun());
        if (Double.isNaN(fit) || isOther(who, phrase)) {
            return Double.NaN;
        }
        return fit + extra(who, phrase);
    }

    /** What the words beside the noun add: "the Shenzhen firm". */
    double extra(Referent who, SourcePhrase phrase) {
        double fit = 0;
        for (Token modifier : phrase.modifiers()) {
            fit += modified(who, modifier);
        }
        for (Token modifier : phrase.rest()) {
            fit += modifier.startsUpper() ? modified(who, modifier) : 0;
        }
        return fit;
    }

    private double modified(Referent who, Token modifier) {
        ActorId country = words.speakers.nationality(modifier.text());
        if (who.places.contains(modifier.text()) || country != null && who.places.contains(country.value())) {
            return OF_THE_PLACE;
        }
        if (who.nouns.contains(modifier.lower())) {
            return 1;
        }
        return 0;
    }

    private double fit(Referent who, String noun) {
        return switch (who.kind) {
            case PERSON -> who.nouns.contains(noun) || isSomeone(who, noun) ? CALLED_SO : Double.NaN;
            case BODY, PLACE -> fitOfBody(who, noun);
            case WRITING -> who.nouns.contains(noun) ? CALLED_SO : Double.NaN;
            case GROUP, OTHER -> Double.NaN;
        };
    }

    private static boolean isSomeone(Referent who, String noun) {
        return switch (noun) {
            case "man" -> who.gender == Gender.MALE;
            case "woman" -> who.gender == Gender.FEMALE;
            default -> false;
        };
    }

    double fitOfBody(Referent who, String noun) {
        if (who.bodyKind == null) {
            return Double.NaN;
        }
        if (who.nouns.contains(noun)) {
            return CALLED_SO;
        }
        return words.speakers.fits(who.bodyKind, noun) ? OF_THE_KIND : Double.NaN;
    }

    /** "The port authority" is not the ministry, but "the chip designer" may be any company. */
    private boolean isOther(Referent who, SourcePhrase phrase) {
        return (who.kind == Referent.Kind.BODY || who.kind == Referent.Kind.PLACE)
                && who.bodyKind != ActorKind.COMPANY
                && !who.nouns.contains(phrase.noun())
                && phrase.modifiers().stream().anyMatch(word -> word.isA("NOUN") && !who.nouns.contains(word.lower()));
    }
}
