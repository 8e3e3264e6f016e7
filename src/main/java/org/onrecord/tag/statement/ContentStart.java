package org.onrecord.tag.statement;

import java.util.Set;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Finds where the words after a cue start: past who was told, past times and places, past "that". */
final class ContentStart {
    private static final int MOST_ADJUNCTS = 4;
    private static final Set<String> NO_OBJECT = Set.of("that", ":", ",", "of", "against", "to", "about");
    private static final Set<String> ADJUNCT_PREPOSITIONS =
            Set.of("on", "in", "at", "during", "via", "through", "after", "before", "from", "by");
    private static final Set<String> TIME_UNITS =
            Set.of("week", "month", "year", "night", "morning", "afternoon", "evening");

    private final CuedSentence sentence;

    ContentStart(CuedSentence sentence) {
        this.sentence = sentence;
    }

    /** Where content after the cue starts, as a token; the sentence's size when nothing follows. */
    int after(CueHit cue) {
        int i = afterAdjuncts(afterListener(cue));
        if (sentence.at(i).is(",") || sentence.at(i).is(":")) {
            i++;
        }
        if (sentence.at(i).is("that") && i + 1 < sentence.size()) {
            i++;
        }
        if (sentence.at(i).is(",") && sentence.isQuoteMark(i + 1)) {
            i++;
        }
        return i;
    }

    /** Past who was told: "told reporters that", "explained to reporters that". */
    private int afterListener(CueHit cue) {
        int i = cue.to();
        if (cue.cue().tells()) {
            return afterObject(i);
        }
        if (sentence.at(i).is("to") && !sentence.at(i + 1).isA("VERB", "AUX", "ADV")) {
            NounPhrases.Phrase listener = sentence.phrases().startingAt(i + 1);
            if (listener != null && isOpening(listener.to())) {
                return listener.to();
            }
        }
        return i;
    }

    private int afterObject(int i) {
        if (NO_OBJECT.contains(sentence.at(i).lower()) || sentence.isQuoteMark(i)) {
            return i;
        }
        NounPhrases.Phrase object = sentence.phrases().startingAt(i);
        if (object == null) {
            return i;
        }
        Token follows = sentence.at(object.to());
        // "warns we shall find", "showed chips were": the phrase is the subject of what was said
        boolean subject = follows.isVerbal() && !follows.lower().endsWith("ing");
        return subject ? i : object.to();
    }

    /** Past a time or place between cue and content: "said on Tuesday that", "said in a statement that". */
    private int afterAdjuncts(int i) {
        int at = i;
        for (int steps = 0; steps < MOST_ADJUNCTS; steps++) {
            at = adjunctEnd(at);
        }
        return at == i || isOpening(at) || isSubject(at) ? at : i;
    }

    private boolean isOpening(int i) {
        Token token = sentence.at(i);
        return token.is("that") || token.is(":") || token.is(",") || sentence.isQuoteMark(i);
    }

    private boolean isSubject(int i) {
        NounPhrases.Phrase phrase = sentence.phrases().startingAt(i);
        return phrase != null && sentence.at(phrase.to()).isVerbal();
    }

    /** The token after the adjunct that starts at {@code i}; {@code i} itself when none does. */
    private int adjunctEnd(int i) {
        Token token = sentence.at(i);
        if (isTime(i)) {
            int end = i + 1;
            while (isTime(end) || TIME_UNITS.contains(sentence.at(end).lower())) {
                end++;
            }
            return end;
        }
        if (ADJUNCT_PREPOSITIONS.contains(token.lower())) {
            NounPhrases.Phrase phrase = sentence.phrases().startingAt(i + 1);
            return phrase == null ? i : phrase.to();
        }
        return token.isA("ADV") && !token.is("not") ? i + 1 : i;
    }

    private boolean isTime(int i) {
        return sentence.lexicon().isTimeAfterCue(sentence.at(i).lower());
    }
}
