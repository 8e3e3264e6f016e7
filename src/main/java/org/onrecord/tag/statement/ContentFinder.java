package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Token;

/** Finds the words that a cue attributes, on either side of it. */
final class ContentFinder {
    private static final Set<String> LOOSE_MARKS = Set.of(",", "—", "–", "--");

    private final Reading reading;
    private final CuedSentence sentence;
    private final ClauseEnd clauseEnd;

    ContentFinder(Reading reading, CuedSentence sentence) {
        this.reading = reading;
        this.sentence = sentence;
        this.clauseEnd = new ClauseEnd(sentence);
    }

    /** The content that starts at a token and runs to the end of its clause; null when it is empty. */
    @Nullable
    Span from(int start) {
        if (start >= sentence.size()) {
            return null;
        }
        Span quote = sentence.quoteOpeningAt(start);
        if (quote != null && !goesOnAfter(quote)) {
            return quote;
        }
        int end = clauseEnd.of(start);
        if (end <= start) {
            return null;
        }
        int from = sentence.get(start).start();
        int to = sentence.get(end - 1).end();
        // A quotation that is open at the end of the clause belongs to it as a whole.
        Span last = reading.quotes().at(to - 1).orElse(null);
        if (last != null && last.end() > to && last.start() >= from) {
            to = last.end();
        }
        return new Span(from, to);
    }

    /** Whether the clause that a quotation opens goes on after it: “Unwise” is the word for it. */
    private boolean goesOnAfter(Span quote) {
        int after = sentence.words().tokenAt(quote.end());
        Token token = sentence.at(after);
        if (after >= sentence.size() || quote.end() >= sentence.words().end() || !token.isWord()) {
            return false;
        }
        if (".?!,".indexOf(lastCharacterIn(quote)) >= 0) {
            return false;
        }
        return token.isA("CCONJ") ? !clauseEnd.startsNewPredicate(after) : !token.isA("SCONJ");
    }

    private char lastCharacterIn(Span quote) {
        String text = sentence.at(sentence.words().tokenAt(quote.end() - 1) - 1).text();
        return text.charAt(text.length() - 1);
    }

    /**
     * The content before an attribution; null when there is none.
     *
     * @param end the first token of the attribution
     * @param firstFree the first token that the content may hold
     */
    @Nullable
    Span before(int end, int firstFree) {
        int last = end - 1;
        while (last >= 0 && LOOSE_MARKS.contains(sentence.get(last).lower())) {
            last--;
        }
        if (last < firstFree) {
            return null;
        }
        int start = firstFree;
        while (start < last && !opensContent(start)) {
            start++;
        }
        int from = sentence.get(start).start();
        int to = sentence.get(last).end();
        Span quote = sentence.quoteAt(last);
        if (quote == null || quote.end() < to) {
            return new Span(from, to);
        }
        // “partly” quoted: the clause around it belongs to it
        return quote.start() <= from ? quote : new Span(from, quote.end());
    }

    private boolean opensContent(int i) {
        Token token = sentence.get(i);
        boolean joint = i > 0 && token.isA("CCONJ");
        return !joint && (token.isWord() || sentence.isQuoteMark(i) || token.is("$"));
    }

    /** The quotation that ends just before this sentence, as after “Will it?” he asked; null for none. */
    @Nullable
    Span quoteBeforeSentence() {
        int end = sentence.words().start();
        while (end > 0 && reading.text().charAt(end - 1) == ' ') {
            end--;
        }
        return end == 0 ? null : reading.quotes().endingAt(end).orElse(null);
    }
}
