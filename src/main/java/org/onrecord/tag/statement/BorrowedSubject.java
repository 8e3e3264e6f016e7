package org.onrecord.tag.statement;

import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.NounPhrases;

/** Finds the subject of a verb that has none of its own: "X flew home and said …", "…, adding that …". */
final class BorrowedSubject {
    /** Tokens back to the verb whose subject a cue borrows. */
    private static final int VERB_REACH = 80;

    /** Tokens of a phrase that opens the sentence before its subject. */
    private static final int OPENING_REACH = 60;

    private final CuedSentence sentence;
    private final SubjectFinder subjects;

    BorrowedSubject(CuedSentence sentence, SubjectFinder subjects) {
        this.sentence = sentence;
        this.subjects = subjects;
    }

    /**
     * The subject of a finite verb that "and" or a comma joins to a clause before; null when it is not joined.
     *
     * @param last the subject of the last cue in the sentence; null for none
     */
    NounPhrases.@Nullable Phrase joined(CueHit cue, NounPhrases.@Nullable Phrase last) {
        int i = cue.from() - 1;
        while (i >= 0 && (sentence.get(i).isA("ADV", "AUX") || sentence.get(i).is("to"))) {
            i--;
        }
        boolean joined = sentence.at(i).isA("CCONJ") || sentence.at(i).is(",");
        if (!joined) {
            return null;
        }
        return last != null ? last : governing(cue, null);
    }

    /**
     * The subject of the nearest finite verb before a cue; null for none.
     *
     * @param last the subject of the last cue in the sentence; null for none
     */
    NounPhrases.@Nullable Phrase governing(CueHit cue, NounPhrases.@Nullable Phrase last) {
        boolean participle = cue.shape() == CueHit.Shape.PARTICIPLE;
        if (participle && last != null) {
            return last;
        }
        for (int i = cue.from() - 1; i > Math.max(0, cue.from() - VERB_REACH); i--) {
            if (sentence.get(i).isVerbal()
                    && !sentence.isQuoted(i)
                    && !sentence.at(i - 1).is("to")) {
                NounPhrases.Phrase subject = subjects.before(i);
                if (subject != null) {
                    return subject;
                }
            }
        }
        int comma = participle || cue.from() <= 1 ? commaAfter(cue) : -1;
        return comma < 0 ? last : sentence.phrases().startingAt(comma + 1);
    }

    /** The comma before the subject of "Speaking in Austin, she …"; -1 for none. */
    private int commaAfter(CueHit cue) {
        for (int i = cue.to(); i < Math.min(sentence.size(), cue.to() + OPENING_REACH); i++) {
            if (sentence.get(i).is(",")) {
                return i;
            }
        }
        return -1;
    }
}
