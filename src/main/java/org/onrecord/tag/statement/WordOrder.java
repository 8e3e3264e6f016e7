package org.onrecord.tag.statement;

import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Tells how a finite verb, its subject and the words that it attributes stand to each other. */
final class WordOrder {
    private final CuedSentence sentence;
    private final ContentStart starts;
    private final ContentFinder contents;

    WordOrder(CuedSentence sentence, ContentStart starts, ContentFinder contents) {
        this.sentence = sentence;
        this.starts = starts;
        this.contents = contents;
    }

    /** Whether nothing but adverbs stands before a cue. */
    boolean opensSentence(CueHit cue) {
        return beforeAdverbs(cue) < 0;
    }

    private int beforeAdverbs(CueHit cue) {
        int before = cue.from() - 1;
        while (before >= 0 && sentence.get(before).isA("ADV")) {
            before--;
        }
        return before;
    }

    /** The subject of "…,” said X": the phrase after the cue; null when the order is another. */
    NounPhrases.@Nullable Phrase subjectAfter(CueHit cue) {
        int before = beforeAdverbs(cue);
        boolean follows = before < 0 || endsContent(before);
        boolean inverts = cue.cue().words() == 1 || cue.cue().base().equals("chime in");
        if (!follows || !inverts || sentence.at(cue.to()).is("that")) {
            return null;
        }
        NounPhrases.Phrase phrase = sentence.phrases().startingAt(cue.to());
        if (phrase == null || sentence.isQuoted(phrase.from()) || !isWhole(phrase)) {
            return null;
        }
        boolean named = sentence.phrases().nameAt(phrase.from()) != null
                || sentence.phrases().nameAt(phrase.to() - 1) != null;
        return named || !cue.cue().takesObject() || sentence.isQuoteMark(cue.from() - 1) ? phrase : null;
    }

    /** Whether nothing after the phrase makes it the subject of a verb to come. */
    private boolean isWhole(NounPhrases.Phrase phrase) {
        Token next = sentence.at(phrase.to());
        if (next.isVerbal() && !next.lower().endsWith("ing")) {
            return false;
        }
        return !next.isWord()
                || next.isA("ADP", "SCONJ", "ADV")
                || next.is("who")
                || next.is("which")
                || sentence.lexicon().isTimeAfterSpeaker(next.lower());
    }

    /**
     * Whether what a subject and its verb attribute stands before them: "…, X said".
     *
     * @param firstFree where words that belong to no attribution start
     */
    boolean isContentBefore(CueHit cue, NounPhrases.Phrase subject, int firstFree) {
        int left = subject.from() - 1;
        if (left < 0) {
            return isEnd(cue.to()) && contents.quoteBeforeSentence() != null;
        }
        if (left < firstFree || !endsContent(left)) {
            return false;
        }
        Token next = sentence.at(cue.to());
        if (sentence.isQuoteMark(left)) {
            return !next.is("that");
        }
        Token first = sentence.get(firstFree);
        if (!sentence.words().hasVerb(first.start(), sentence.get(left).start())) {
            return false;
        }
        if (isEnd(cue.to())) {
            return true;
        }
        int start = starts.after(cue);
        boolean contentFollows = next.is("that") || next.is(":") || sentence.isQuoteMark(start) && !next.is(",");
        if (contentFollows || sentence.lexicon().opensAdverbial(first.lower())) {
            return false;
        }
        if (next.is(",")
                || !sentence.words().hasVerb(next.start(), sentence.words().end())) {
            return true;
        }
        boolean adjunctFollows = next.isA("ADP", "ADV")
                || sentence.lexicon().isTimeAfterSpeaker(next.lower())
                || cue.cue().tells();
        return adjunctFollows && start == cue.to();
    }

    /** Whether a mark closes what was said before an attribution. */
    private boolean endsContent(int i) {
        Token token = sentence.get(i);
        return token.is(",")
                || CueFinder.isQuoteMark(token)
                || token.is("—")
                || token.is("–")
                || token.is("?")
                || token.is("!");
    }

    private boolean isEnd(int i) {
        String text = sentence.at(i).text();
        return i >= sentence.size() || text.length() == 1 && ".;?!".contains(text);
    }
}
