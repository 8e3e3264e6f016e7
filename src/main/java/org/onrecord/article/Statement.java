package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Words that an article attributes to somebody.
 *
 * @param speaker who is given as the source; null when the text names none for it
 * @param cue the word that attributes ("said", "according to"); null where there is none
 * @param content the attributed words, quotation marks included, without speaker and cue
 * @param quote how much of the content is quoted
 * @param act what the speaker does by it
 * @param stand what it says of the speaker's own position
 * @param confidence that speaker and content are right, from 0 to 1
 * @param lobbying whether somebody with private business urges public officials by it
 * @param corrected whether a person has corrected or confirmed it
 */
public record Statement(
        @Nullable Speaker speaker,
        @Nullable Passage cue,
        Passage content,
        QuoteKind quote,
        Act act,
        Stand stand,
        double confidence,
        boolean lobbying,
        boolean corrected) {
    /** What {@code act:} in a query and {@link #deed} call lobbying. */
    public static final String LOBBYING = "lobbying";

    public Statement {
        requireNonNull(content, "content");
        requireNonNull(quote, "quote");
        requireNonNull(act, "act");
        requireNonNull(stand, "stand");
        Confidence.check(confidence);
    }

    /** A statement as the tagger found it. */
    public Statement(
            @Nullable Speaker speaker,
            @Nullable Passage cue,
            Passage content,
            QuoteKind quote,
            Act act,
            Stand stand,
            double confidence,
            boolean lobbying) {
        this(speaker, cue, content, quote, act, stand, confidence, lobbying, false);
    }

    /** A statement as the tagger found it, and that is no lobbying. */
    public Statement(
            @Nullable Speaker speaker,
            @Nullable Passage cue,
            Passage content,
            QuoteKind quote,
            Act act,
            Stand stand,
            double confidence) {
        this(speaker, cue, content, quote, act, stand, confidence, false, false);
    }

    /** The words that name its speaker in the text; empty for none. */
    public String source() {
        return speaker == null ? "" : speaker.passage().text();
    }

    /** The verb that tells the act to people after the speaker's name: "criticizes", "lobbies". */
    public String verb() {
        return lobbying ? "lobbies" : act.verb();
    }

    /** The act in a word: {@code lobbying}, or the act's label. */
    public String deed() {
        return lobbying ? LOBBYING : act.label();
    }
}
