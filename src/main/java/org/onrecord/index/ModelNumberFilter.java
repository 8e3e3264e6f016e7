package org.onrecord.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Divides a name from the number written on to it: {@code Ascend910C} is {@code Ascend 910C}. Names shorter than
 * {@value #SHORTEST_NAME} letters belong to the number: {@code H200}, {@code GB200}, {@code MI308X}.
 */
final class ModelNumberFilter extends TokenFilter {
    private static final int SHORTEST_NAME = 5;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private @Nullable State whole;
    private int divide;

    ModelNumberFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (whole != null) {
            restoreState(whole);
            whole = null;
            offsets.setOffset(Math.min(offsets.startOffset() + divide, offsets.endOffset()), offsets.endOffset());
            String number = term.subSequence(divide, term.length()).toString();
            term.setEmpty().append(number);
            increment.setPositionIncrement(1);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        divide = lengthOfName();
        if (divide > 0) {
            whole = captureState();
            offsets.setOffset(offsets.startOffset(), Math.min(offsets.startOffset() + divide, offsets.endOffset()));
            term.setLength(divide);
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        whole = null;
    }

    /** The number of letters before the first digit; 0 when the term stays whole. */
    private int lengthOfName() {
        int letters = 0;
        while (letters < term.length() && Character.isLetter(term.charAt(letters))) {
            letters++;
        }
        boolean nameAndNumber = letters < term.length() && Character.isDigit(term.charAt(letters));
        return nameAndNumber && letters >= SHORTEST_NAME ? letters : 0;
    }
}
