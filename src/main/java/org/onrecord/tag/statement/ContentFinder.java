package org.onrecord.tag.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Quotes;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds where the words that a cue attributes start and end. */
final class ContentFinder {
    /** Tokens of the longest clause that is looked at; keeps the time linear on texts without sentence ends. */
    private static final int LONGEST = 250;

    private final Sentence sentence;
    private final NounPhrases phrases;
    private final Quotes quotes;
    private final Map<Integer, CueHit> cuesByToken = new HashMap<>();
    private final CueLexicon lexicon;

    ContentFinder(Sentence sentence, NounPhrases phrases, Quotes quotes, List<CueHit> cues, CueLexicon lexicon) {
        this.sentence = sentence;
        this.phrases = phrases;
        this.quotes = quotes;
        cues.forEach(cue -> cuesByToken.put(cue.from(), cue));
        this.lexicon = lexicon;
    }

    /** Where content after the cue starts, as a token; the sentence's size when nothing follows. */
    int startAfter(CueHit cue) {
        int i = cue.to();
        if (cue.cue().tells()) {
            i = afterObject(i);
        } else if (sentence.at(i).is("to") && !sentence.at(i + 1).isA("VERB", "AUX", "ADV")) {
            // "explained to reporters that"
            NounPhrases.Phrase listener = phrases.startingAt(i + 1);
            if (listener != null && isOpening(listener.to())) {
                i = listener.to();
            }
        }
        i = afterAdjuncts(i);
        if (sentence.at(i).is(",") || sentence.at(i).is(":")) {
            i++;
        }
        if (sentence.at(i).is("that") && i + 1 < sentence.size()) {
            i++;
        }
        if (sentence.at(i).is(",") && CueFinder.isQuoteMark(sentence.at(i + 1))) {
            i++;
        }
        return i;
    }

    private boolean isOpening(int i) {
        Token token = sentence.at(i);
        return token.is("that") || token.is(":") || token.is(",") || CueFinder.isQuoteMark(token);
    }

    private int afterObject(int i) {
        Token next = sentence.at(i);
        if (next.is("that")
                || CueFinder.isQuoteMark(next)
                || next.is(":")
                || next.is(",")
                || next.is("of")
                || next.is("against")
                || next.is("to")
                || next.is("about")) {
            return i;
        }
        NounPhrases.Phrase object = phrases.startingAt(i);
        if (object == null) {
            return i;
        }
        int after = object.to();
        Token follows = sentence.at(after);
        if (follows.isVerbal()
                && object.to() - object.from() >= 1
                && !follows.lower().endsWith("ing")) {
            return i; // the phrase is the subject of what was said: "warns we shall find", "showed chips were"
        }
        return after;
    }

    /** Past a time or place between cue and content: "said on Tuesday that", "said in a statement that". */
    private int afterAdjuncts(int i) {
        int at = i;
        for (int steps = 0; steps < 4; steps++) {
            int next = adjunctEnd(at);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at == i || isOpening(at) || phrasesSubjectAt(at) ? at : i;
    }

    private boolean phrasesSubjectAt(int i) {
        NounPhrases.Phrase phrase = phrases.startingAt(i);
        return phrase != null && sentence.at(phrase.to()).isVerbal();
    }

    private int adjunctEnd(int i) {
        Token token = sentence.at(i);
        if (lexicon.isTimeAfterCue(token.lower())) {
            int j = i + 1;
            while (lexicon.isTimeAfterCue(sentence.at(j).lower())
                    || Set.of("week", "month", "year", "night", "morning", "afternoon", "evening")
                            .contains(sentence.at(j).lower())) {
                j++;
            }
            return j;
        }
        if (token.is("on")
                || token.is("in")
                || token.is("at")
                || token.is("during")
                || token.is("via")
                || token.is("through")
                || token.is("after")
                || token.is("before")
                || token.is("from")
                || token.is("by")) {
            NounPhrases.Phrase phrase = phrases.startingAt(i + 1);
            return phrase == null ? i : phrase.to();
        }
        if (token.isA("ADV") && !token.is("not")) {
            return i + 1;
        }
        return i;
    }

    /** The content that starts at a token and runs to the end of its clause; null when it is empty. */
    @Nullable
    Span from(int start, CueHit cue) {
        if (start >= sentence.size()) {
            return null;
        }
        Token first = sentence.get(start);
        Span quote = quotes.at(first.start()).orElse(null);
        if (quote != null && quote.start() == first.start()) {
            int after = sentence.tokenAt(quote.end());
            boolean goesOn =
                    after < sentence.size() && quote.end() < sentence.end() && continuesAfterQuote(after, quote);
            if (!goesOn) {
                return quote;
            }
        }
        int end = clauseEnd(start, cue);
        if (end <= start) {
            return null;
        }
        int from = first.start();
        int to = sentence.get(end - 1).end();
        // A quotation that is open at the end of the clause belongs to it as a whole.
        Span last = quotes.at(to - 1).orElse(null);
        if (last != null && last.end() > to && last.start() >= from) {
            to = last.end();
        }
        return to > from ? new Span(from, to) : null;
    }

    private boolean continuesAfterQuote(int after, Span quote) {
        Token token = sentence.get(after);
        if (!token.isWord()) {
            return false;
        }
        char last = before(quote);
        if (last == '.' || last == '?' || last == '!' || last == ',') {
            return false;
        }
        if (token.isA("CCONJ")) {
            return !startsNewPredicate(after);
        }
        return !token.isA("SCONJ");
    }

    private char before(Span quote) {
        int i = sentence.tokenAt(quote.end() - 1);
        Token token = sentence.at(i - 1);
        return token.text().charAt(token.text().length() - 1);
    }

    /** The token after the last one of the clause that starts at {@code start}. */
    int clauseEnd(int start, CueHit cue) {
        int i = start;
        int depth = 0;
        while (i < Math.min(sentence.size(), start + LONGEST)) {
            Token token = sentence.get(i);
            Span quote = quotes.at(token.start()).orElse(null);
            if (quote != null
                    && i > start - 1
                    && quote.start() >= sentence.get(start).start()) {
                i = Math.max(i + 1, sentence.tokenAt(quote.end()));
                continue;
            }
            if (quote != null && quote.end() == token.end() && CueFinder.isQuoteMark(token) && i > start) {
                return i;
            }
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (depth == 0 && i > start && endsClause(i, start)) {
                return trimmed(start, i);
            }
            i++;
        }
        return trimmed(start, Math.min(i, sentence.size()));
    }

    private int trimmed(int start, int end) {
        int to = end;
        while (to > start + 1
                && Set.of(".", ",", ";", ":", "—", "–", "--", "?", "!", "-")
                        .contains(sentence.get(to - 1).lower())) {
            to--;
        }
        return to;
    }

    private boolean endsClause(int i, int start) {
        Token token = sentence.get(i);
        if (token.is(";") || token.is(":") && CueFinder.isQuoteMark(sentence.at(i + 1))) {
            return true;
        }
        int j = i;
        boolean comma = token.is(",") || token.is("—") || token.is("–") || token.is("--");
        if (comma) {
            j++;
        }
        Token word = sentence.at(j);
        if (comma && lexicon.sourceWords(sentence, j) > 0) {
            return true;
        }
        if (lexicon.sourceWords(sentence, i) > 0) {
            return true;
        }
        if (comma && isCueAt(j, CueHit.Shape.PARTICIPLE)) {
            return true;
        }
        if (comma && isAttributionAfterComma(j)) {
            return true;
        }
        if (lexicon.joinsClauses(word.lower())) {
            return startsNewPredicate(j)
                    || comma && startsNewAttribution(j + 1)
                    || !word.is("as") && startsNewAttribution(j + 1) && !word.is("or");
        }
        return false;
    }

    /** ", he said": a new attribution closes what came before. */
    private boolean isAttributionAfterComma(int j) {
        NounPhrases.Phrase phrase = phrases.startingAt(j);
        if (phrase == null || phrase.to() - phrase.from() > 6) {
            return cueAt(j) != null
                    && phrases.startingAt(j + 1) != null
                    && isCueAt(j, CueHit.Shape.FINITE)
                    && sentence.at(j).is("said");
        }
        int verb = phrase.to();
        while (sentence.at(verb).isA("AUX", "ADV")) {
            verb++;
        }
        CueHit hit = cueAt(verb);
        return hit != null
                && (hit.to() >= sentence.size() || !sentence.at(hit.to()).isWord());
    }

    /** "and promised to": a verb that shares the subject of the cue before. */
    boolean startsNewPredicate(int conjunction) {
        int j = conjunction + 1;
        while (sentence.at(j).isA("ADV", "AUX")
                || sentence.at(j).is("has")
                || sentence.at(j).is("had")
                || sentence.at(j).is("also")) {
            j++;
        }
        CueHit hit = cueAt(j);
        return hit != null
                && hit.shape() == CueHit.Shape.FINITE
                && sentence.get(j).isVerbal()
                && (finite(sentence.get(j)));
    }

    private static boolean finite(Token token) {
        return token.lower().endsWith("ed")
                || token.lower().endsWith("s")
                || Set.of("said", "told", "wrote", "put", "thought", "held", "saw", "found", "swore", "sought", "began")
                        .contains(token.lower());
    }

    private boolean startsNewAttribution(int j) {
        NounPhrases.Phrase phrase = phrases.startingAt(j);
        if (phrase == null) {
            return false;
        }
        int verb = phrase.to();
        while (sentence.at(verb).isA("AUX", "ADV")) {
            verb++;
        }
        CueHit hit = cueAt(verb);
        return hit != null
                && hit.shape() == CueHit.Shape.FINITE
                && !hit.cue().weak()
                && !sentence.at(verb - 1).is("to");
    }

    private @Nullable CueHit cueAt(int j) {
        return cuesByToken.get(j);
    }

    private boolean isCueAt(int j, CueHit.Shape shape) {
        CueHit hit = cueAt(j);
        return hit != null && hit.shape() == shape;
    }

    /** The content before an attribution whose first token is {@code end}; null when there is none. */
    @Nullable
    Span before(int end, int earliest) {
        int last = end - 1;
        while (last >= 0
                && Set.of(",", "—", "–", "--").contains(sentence.get(last).lower())) {
            last--;
        }
        if (last < earliest) {
            return null;
        }
        Token token = sentence.get(last);
        Span quote = quotes.at(token.start()).orElse(null);
        int start = earliest;
        while (start < last
                && (!sentence.get(start).isWord()
                                && !CueFinder.isQuoteMark(sentence.get(start))
                                && !sentence.get(start).is("$")
                        || sentence.get(start).isA("CCONJ") && start > 0)) {
            start++;
        }
        if (quote != null && quote.end() >= token.end()) {
            if (quote.start() <= sentence.get(start).start()) {
                return quote;
            }
            // “partly” quoted: the clause around it belongs to it, unless another quotation or attribution stands
            // before
            return new Span(sentence.get(start).start(), Math.max(quote.end(), token.end()));
        }
        return token.end() > sentence.get(start).start()
                ? new Span(sentence.get(start).start(), token.end())
                : null;
    }
}
