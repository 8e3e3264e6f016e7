package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Condition.Nearness;

/** Words, phrases and prefixes in one analysed field. */
final class TermQueries {
    /** How much more a word counts that stands exactly as asked for. */
    private static final float EXACT = 0.5f;

    /** One word of a query: as it stands and, where its script has any, its stem. */
    private record Word(
            int position, String exact, @Nullable String stem) {}

    private final Analyzer analyzer;
    private final boolean preferExact;

    /** @param preferExact whether to rank exact forms higher, which doubles the terms of the query */
    TermQueries(Analyzer analyzer, boolean preferExact) {
        this.analyzer = analyzer;
        this.preferExact = preferExact;
    }

    Query text(String field, String text, Nearness nearness) {
        // Nobody looks for the pronoun, many for the country without taking the trouble of capitals.
        String meant = !nearness.quoted() && text.equals("us") ? "US" : text;
        List<Word> words = words(field, meant);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word in \"" + text + "\"");
        }
        if (words.size() == 1) {
            return word(field, words.getFirst(), nearness.quoted());
        }
        return nearness.within() > 0 ? near(field, words, nearness.within()) : phrase(field, words);
    }

    Query prefix(String field, String start) {
        return new PrefixQuery(new Term(field, analyzer.normalize(field, start)));
    }

    private Query word(String field, Word word, boolean exactly) {
        Query exact = new TermQuery(new Term(field, word.exact));
        if (word.stem == null || exactly) {
            return exact;
        }
        Query stem = new TermQuery(new Term(field, word.stem));
        return preferExact
                ? new BooleanQuery.Builder()
                        .add(stem, Occur.MUST)
                        .add(new BoostQuery(exact, EXACT), Occur.SHOULD)
                        .build()
                : stem;
    }

    private static Query phrase(String field, List<Word> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(field, word.exact), word.position));
        return phrase.build();
    }

    private static Query near(String field, List<Word> words, int within) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder().setSlop(within);
        words.forEach(word ->
                phrase.add(new Term[] {new Term(field, word.stem == null ? word.exact : word.stem)}, word.position));
        return phrase.build();
    }

    private List<Word> words(String field, String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            KeywordAttribute asItStands = tokens.addAttribute(KeywordAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                if (asItStands.isKeyword()) {
                    words.add(new Word(position, term.toString(), null));
                } else {
                    words.set(words.size() - 1, new Word(position, words.getLast().exact, term.toString()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a query cannot be analysed", e);
        }
        return words;
    }
}
