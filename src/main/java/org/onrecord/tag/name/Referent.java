package org.onrecord.tag.name;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;

/**
 * Somebody or something that a text speaks of, with what the text tells of it: the nouns that may stand for it, the places
 * it belongs to, a person's pronoun and house. Also one without a name: "a consultant", "the letter".
 */
public final class Referent {
    /** What pronouns and nouns may stand for it. */
    public enum Kind {
        PERSON,
        BODY,
        PLACE,
        WRITING,
        /** Several people or bodies. */
        GROUP,
        /** Whatever else was said to speak. */
        OTHER
    }

    public final Kind kind;
    /** Who it is, or for whom it speaks; null for one without a name. */
    public final @Nullable ActorId actor;
    /** What sort of body it is; null for a person or a writing. */
    public final @Nullable ActorKind bodyKind;

    public final Set<String> nouns = new HashSet<>();
    /** Words of places near its name: "Idaho", "Shenzhen". */
    public final Set<String> places = new HashSet<>();
    /** Bodies that a person belongs to, as far as the text or the registry tell. */
    public final Set<ActorId> houses = new HashSet<>();

    /** The pronoun that stands for a person; null while not known. */
    @Nullable
    public Gender gender;

    /** The pronoun that the form of the given name makes likely; null when it tells nothing. */
    @Nullable
    public Gender likely;

    /** How much {@link #likely} weighs. */
    public double likelihood;

    public Referent(Kind kind, @Nullable ActorId actor, @Nullable ActorKind bodyKind) {
        this.kind = kind;
        this.actor = actor;
        this.bodyKind = bodyKind;
    }
}
