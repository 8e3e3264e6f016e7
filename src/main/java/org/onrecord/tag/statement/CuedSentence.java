package org.onrecord.tag.statement;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Quotes;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** A sentence with all that the search for attributions asks of it: words, noun phrases, quotations, cues. */
final class CuedSentence {
    private final Sentence words;
    private final Quotes quotes;
    private final NounPhrases phrases;
    private final CueLexicon lexicon;
    private final Map<Integer, CueHit> cues = new LinkedHashMap<>();

    /**
     * A sentence of a text.
     *
     * @param names those that stand in it, in order
     */
    CuedSentence(Reading reading, Sentence words, List<Name> names, CueLexicon lexicon) {
        this.words = words;
        this.quotes = reading.quotes();
        this.phrases = new NounPhrases(words, names);
        this.lexicon = lexicon;
        new CueFinder(lexicon).find(words, quotes).forEach(cue -> cues.put(cue.from(), cue));
    }

    Sentence words() {
        return words;
    }

    NounPhrases phrases() {
        return phrases;
    }

    CueLexicon lexicon() {
        return lexicon;
    }

    int size() {
        return words.size();
    }

    Token get(int i) {
        return words.get(i);
    }

    /** The token at an index, or an edge that is no word beyond either end. */
    Token at(int i) {
        return words.at(i);
    }

    /** Cues in the order of the sentence. */
    Collection<CueHit> cues() {
        return cues.values();
    }

    /** The cue that starts at a token; null for none. */
    @Nullable
    CueHit cueAt(int i) {
        return cues.get(i);
    }

    boolean isCueAt(int i, CueHit.Shape shape) {
        CueHit cue = cueAt(i);
        return cue != null && cue.shape() == shape;
    }

    boolean isQuoteMark(int i) {
        return CueFinder.isQuoteMark(at(i));
    }

    /** Whether a token stands inside quotation marks or is one. */
    boolean isQuoted(int i) {
        return quotes.covers(get(i).start());
    }

    /** The quotation that a token stands in, marks included; null for none. */
    @Nullable
    Span quoteAt(int i) {
        return quotes.at(get(i).start()).orElse(null);
    }

    /** The quotation whose opening mark is at a token; null for none. */
    @Nullable
    Span quoteOpeningAt(int i) {
        Span quote = quoteAt(i);
        return quote != null && quote.start() == get(i).start() ? quote : null;
    }

    /** How many words at a token make a preposition of sources ("according to"); 0 for none. */
    int sourceWords(int i) {
        return lexicon.sourceWords(words, i);
    }

    /** The words of a phrase. */
    Span span(NounPhrases.Phrase phrase) {
        return new Span(get(phrase.from()).start(), get(phrase.to() - 1).end());
    }
}
