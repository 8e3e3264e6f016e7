package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Whom a statement is attributed to.
 *
 * @param passage the shortest words that name the source where it stands: a name, a pronoun or a description
 * @param actor whom they refer to, pronouns and descriptions resolved; null for unnamed sources
 */
public record Speaker(Passage passage, @Nullable ActorId actor) {
    public Speaker {
        requireNonNull(passage, "passage");
    }
}
