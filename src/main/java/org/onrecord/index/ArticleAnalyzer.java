package org.onrecord.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Text to terms: every word as it stands (lower case, no accents) and beside it, marked, its stem.
 *
 * <p>Phrases and prefixes look for words as they stand, single words for stems. {@code U.S.} and {@code US} become a term of
 * their own, apart from the pronoun; {@code A.I.} is {@code AI}; {@code CloudMatrix384} is {@code CloudMatrix 384}, {@code H-200} and
 * {@code H 200} are {@code H200}; Chinese
 * characters are indexed singly and in pairs, traditional ones as simplified.
 */
final class ArticleAnalyzer extends Analyzer {
    /** Whether text is written to the index or sought in it. */
    enum Side {
        INDEX,
        /** Pairs of Chinese characters only, or else every single one would have to be checked too. */
        QUERY
    }

    private static final int GAP_BETWEEN_VALUES = 100;

    private final Side side;

    ArticleAnalyzer(Side side) {
        this.side = side;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream terms = new CJKWidthFilter(words);
        terms = new EnglishPossessiveFilter(terms);
        terms = new AcronymFilter(terms);
        terms = new JoinedNumberFilter(terms, side);
        terms = new ModelNumberFilter(terms);
        terms = normalize(field, terms);
        terms = new SimplifiedFilter(terms);
        terms = new CJKBigramFilter(
                terms,
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL,
                side == Side.INDEX);
        terms = new KeywordRepeatFilter(terms);
        terms = new KStemFilter(terms);
        return new TokenStreamComponents(words, new StemMarkFilter(terms));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream terms) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(terms));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP_BETWEEN_VALUES;
    }
}
