package org.onrecord.article;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of the tag of a statement. What is null stays as the tagger has it.
 *
 * @param statement false when the words are nobody's statement
 * @param attribution whose words they are
 * @param deed the act's label, or {@link Statement#LOBBYING}
 * @param stand the side that they take; {@link Stand#NONE} when they take none
 */
public record Verdict(
        boolean statement,
        @Nullable Attribution attribution,
        @Nullable String deed,
        @Nullable Stand stand) {
    /** The words are nobody's statement. */
    public static final Verdict NO_STATEMENT = new Verdict(false, null, null, null);

    /**
     * Whose words they are.
     *
     * @param actor null when the article names nobody for them
     */
    public record Attribution(@Nullable ActorId actor) {}

    public Verdict {
        if (deed != null && !deed.equals(Statement.LOBBYING)) {
            Act.ofLabel(deed);
        }
    }

    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return statement && attribution == null && deed == null && stand == null;
    }
}
