package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A name in an article's text.
 *
 * @param passage the name where it stands, without title, leading "the" or possessive ending
 * @param type what kind of thing it names
 * @param actor whom it names; null for products and policies, and for names that could not be resolved
 * @param confidence from 0 (a guess) to 1 (certain)
 */
public record Mention(
        Passage passage, EntityType type, @Nullable ActorId actor, double confidence) {
    public Mention {
        requireNonNull(passage, "passage");
        requireNonNull(type, "type");
        Confidence.check(confidence);
    }
}
