package org.onrecord.correction;

/**
 * A verdict as a person types it; what is empty stays as the tagger has it.
 *
 * @param speaker an actor's id or name, or {@code nobody}
 * @param act an act, or {@code lobbying}
 * @param stance {@code ISSUE:for}, {@code ISSUE:against} or {@code none}
 * @param statement false when the words are nobody's statement; the rest counts for nothing then
 */
public record TypedVerdict(String speaker, String act, String stance, boolean statement) {
    /** Stands for a speaker whom the article does not name. */
    public static final String NOBODY = "nobody";
}
