package org.onrecord.tag.speaker;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Token;

/** Says whom a pronoun of the third person means. */
final class Pronouns {
    private static final Set<String> MALE = Set.of("he", "his", "him", "himself");
    private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> THING = Set.of("it", "its", "itself");
    private static final Set<String> SEVERAL = Set.of("they", "their", "them", "themselves");

    private static final double KNOWN_GENDER = 1;
    private static final double A_BODY = 1.5;
    private static final double A_WRITING = 1;

    private final Attention attention;

    Pronouns(Attention attention) {
        this.attention = attention;
    }

    static boolean isThirdPerson(String word) {
        return MALE.contains(word) || FEMALE.contains(word) || THING.contains(word) || SEVERAL.contains(word);
    }

    /** Whom "he" or "she" means; null for other words and when nobody fits. */
    @Nullable
    Referent thirdPerson(Token token) {
        Gender gender =
                MALE.contains(token.lower()) ? Gender.MALE : FEMALE.contains(token.lower()) ? Gender.FEMALE : null;
        return gender == null ? null : person(gender, token.start(), !token.is("her") && !token.is("him"));
    }

    /** Whom a pronoun means; null when nobody fits. */
    @Nullable
    Referent meaning(Token token) {
        Referent person = thirdPerson(token);
        if (person != null) {
            return person;
        }
        if (THING.contains(token.lower())) {
            return attention.best(token.start(), Pronouns::asThing);
        }
        return SEVERAL.contains(token.lower()) ? several(token.start()) : null;
    }

    private @Nullable Referent person(Gender gender, int place, boolean settles) {
        Referent best = attention.best(place, who -> {
            if (who.kind != Referent.Kind.PERSON || who.gender != null && who.gender != gender) {
                return Double.NaN;
            }
            if (who.gender == gender) {
                return KNOWN_GENDER;
            }
            return who.likely == null ? 0 : who.likely == gender ? who.likelihood : -2 * who.likelihood;
        });
        if (best != null && best.gender == null && settles) {
            best.gender = gender;
        }
        return best;
    }

    private static double asThing(Referent who) {
        return switch (who.kind) {
            case BODY -> A_BODY;
            case WRITING -> A_WRITING;
            case PLACE -> 0;
            case PERSON, GROUP, OTHER -> Double.NaN;
        };
    }

    /** "They" for a house whose people spoke before, or for one that the press makes plural; else for nobody named. */
    private @Nullable Referent several(int place) {
        Referent last = attention.lastSpeaker(place);
        return last != null && last.kind == Referent.Kind.GROUP ? last : null;
    }
}
