package org.onrecord.index;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes simplified Chinese characters of traditional ones. */
final class SimplifiedFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SimplifiedFilter(TokenStream input) {
        super(input);
    }

    /** Loaded with the first Chinese word only: it takes longer than all the rest of a command that searches. */
    private static final class Rules {
        static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > 0 && Character.isIdeographic(Character.codePointAt(term, 0))) {
            String simplified = Rules.TO_SIMPLIFIED.transliterate(term.toString());
            term.setEmpty().append(simplified);
        }
        return true;
    }
}
