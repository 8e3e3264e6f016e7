package org.onrecord.index;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Marks the second of each two terms as the stem of the first, and drops it where a script has no stems. Stems of model
 * numbers lose their plural ({@code H20s}), British spellings become American ({@code licence}).
 */
final class StemMarkFilter extends FilteringTokenFilter {
    /** The first character of every stem in the index, and of nothing else. */
    static final char MARK = '~';

    private static final String WORD = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM];
    private static final String NUMBER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM];
    private static final Map<String, String> SPELLINGS = Map.of(
            "licenc",
            "licens",
            "defenc",
            "defens",
            "offenc",
            "offens",
            "isation",
            "ization",
            "labour",
            "labor",
            "favour",
            "favor",
            "programme",
            "program");

    private static final int SHORTEST_SPELLING = 6;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    StemMarkFilter(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() throws IOException {
        if (keyword.isKeyword()) {
            return true;
        }
        if (!type.type().equals(WORD) && !type.type().equals(NUMBER)) {
            return false;
        }
        int length = term.length();
        if (length > 1 && term.charAt(length - 1) == 's' && Character.isDigit(term.charAt(length - 2))) {
            term.setLength(length - 1);
        }
        String stem = term.toString();
        if (stem.length() < SHORTEST_SPELLING) {
            term.setEmpty().append(MARK).append(stem);
            return true;
        }
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            stem = stem.replace(spelling.getKey(), spelling.getValue());
        }
        term.setEmpty().append(MARK).append(stem);
        return true;
    }
}
