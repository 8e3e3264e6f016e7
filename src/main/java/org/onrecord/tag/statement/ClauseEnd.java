package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Finds where a clause that somebody said ends: at a new attribution, a semicolon, a closing bracket, the sentence's end. */
final class ClauseEnd {
    /** Tokens of the longest clause that is looked at; keeps the time linear on texts without sentence ends. */
    private static final int LONGEST = 250;

    /** Tokens of the longest subject of ", he said". */
    private static final int LONGEST_SUBJECT = 6;

    private static final Set<String> DASHES = Set.of("—", "–", "--");
    private static final Set<String> LOOSE_MARKS = Set.of(".", ",", ";", ":", "—", "–", "--", "?", "!", "-");
    private static final Set<String> IRREGULAR_PAST =
            Set.of("said", "told", "wrote", "put", "thought", "held", "saw", "found", "swore", "sought", "began");

    private final CuedSentence sentence;

    ClauseEnd(CuedSentence sentence) {
        this.sentence = sentence;
    }

    /** The token after the last one of the clause that starts at {@code start}. */
    int of(int start) {
        int i = start;
        int depth = 0;
        while (i < Math.min(sentence.size(), start + LONGEST)) {
            Token token = sentence.get(i);
            Span quote = sentence.quoteAt(i);
            if (quote != null && quote.start() >= sentence.get(start).start()) {
                i = Math.max(i + 1, sentence.words().tokenAt(quote.end()));
                continue;
            }
            if (quote != null && quote.end() == token.end() && sentence.isQuoteMark(i) && i > start) {
                return i;
            }
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (depth == 0 && i > start && isEnd(i)) {
                break;
            }
            i++;
        }
        return withoutLooseMarks(start, Math.min(i, sentence.size()));
    }

    private int withoutLooseMarks(int start, int end) {
        int to = end;
        while (to > start + 1 && LOOSE_MARKS.contains(sentence.get(to - 1).lower())) {
            to--;
        }
        return to;
    }

    private boolean isEnd(int i) {
        Token token = sentence.get(i);
        if (token.is(";") || token.is(":") && sentence.isQuoteMark(i + 1) || sentence.sourceWords(i) > 0) {
            return true;
        }
        boolean comma = token.is(",") || DASHES.contains(token.lower());
        if (comma
                && (sentence.sourceWords(i + 1) > 0
                        || sentence.isCueAt(i + 1, CueHit.Shape.PARTICIPLE)
                        || isAttributionAfterComma(i + 1))) {
            return true;
        }
        int joint = comma ? i + 1 : i;
        Token word = sentence.at(joint);
        if (!sentence.lexicon().joinsClauses(word.lower())) {
            return false;
        }
        boolean loose = !comma && (word.is("as") || word.is("or"));
        return startsNewPredicate(joint) || !loose && startsNewAttribution(joint + 1);
    }

    /** ", he said" and ", said X": a new attribution closes what came before. */
    private boolean isAttributionAfterComma(int i) {
        NounPhrases.Phrase phrase = sentence.phrases().startingAt(i);
        if (phrase == null || phrase.to() - phrase.from() > LONGEST_SUBJECT) {
            return sentence.isCueAt(i, CueHit.Shape.FINITE)
                    && sentence.at(i).is("said")
                    && sentence.phrases().startingAt(i + 1) != null;
        }
        CueHit cue = cueOf(phrase);
        return cue != null && !sentence.at(cue.to()).isWord();
    }

    /** "and promised to": a verb that shares the subject of the cue before. */
    boolean startsNewPredicate(int conjunction) {
        int i = conjunction + 1;
        while (sentence.at(i).isA("ADV", "AUX")
                || sentence.at(i).is("has")
                || sentence.at(i).is("had")
                || sentence.at(i).is("also")) {
            i++;
        }
        Token verb = sentence.at(i);
        return sentence.isCueAt(i, CueHit.Shape.FINITE) && verb.isVerbal() && isFinite(verb.lower());
    }

    private static boolean isFinite(String verb) {
        return verb.endsWith("ed") || verb.endsWith("s") || IRREGULAR_PAST.contains(verb);
    }

    private boolean startsNewAttribution(int i) {
        NounPhrases.Phrase phrase = sentence.phrases().startingAt(i);
        CueHit cue = phrase == null ? null : cueOf(phrase);
        return cue != null
                && cue.shape() == CueHit.Shape.FINITE
                && !cue.cue().weak()
                && !sentence.at(cue.from() - 1).is("to");
    }

    /** The cue whose subject a phrase is, past adverbs and auxiliaries; null when its verb is none. */
    private @Nullable CueHit cueOf(NounPhrases.Phrase subject) {
        int verb = subject.to();
        while (sentence.at(verb).isA("AUX", "ADV")) {
            verb++;
        }
        return sentence.cueAt(verb);
    }
}
