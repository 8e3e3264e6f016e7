package org.onrecord.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Joins a number to the capitals in front of it: {@code H-200} and {@code H 200} are also {@code H200}. Must see the words before
 * they lose their capitals.
 *
 * <p>In the index the joined word stands beside both parts, so that it is found next to what comes before and after, and the
 * parts are still found alone; in a query it takes their place.
 */
final class JoinedNumberFilter extends TokenFilter {
    private static final int MOST_LETTERS = 4;

    private final boolean keepParts;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offsets = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<State> ready = new ArrayDeque<>();
    private @Nullable State ahead;

    JoinedNumberFilter(TokenStream input, ArticleAnalyzer.Side side) {
        super(input);
        keepParts = side == ArticleAnalyzer.Side.INDEX;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!ready.isEmpty()) {
            restoreState(ready.poll());
            return true;
        }
        if (ahead != null) {
            restoreState(ahead);
            ahead = null;
        } else if (!input.incrementToken()) {
            return false;
        }
        if (isCapitals()) {
            lookAhead();
        }
        return true;
    }

    /** Makes of the present token and the next one what is to come, and makes the first of it the present one. */
    private void lookAhead() throws IOException {
        String letters = term.toString();
        int start = offsets.startOffset();
        int end = offsets.endOffset();
        State first = captureState();
        int position = increment.getPositionIncrement();
        if (!input.incrementToken()) {
            restoreState(first);
            return;
        }
        boolean joined = Character.isDigit(term.charAt(0))
                && increment.getPositionIncrement() == 1
                && offsets.startOffset() == end + 1;
        State second = captureState();
        if (!joined) {
            ahead = second;
            restoreState(first);
            return;
        }
        String both = letters + term;
        int secondStart = offsets.startOffset();
        int secondEnd = offsets.endOffset();
        if (keepParts) {
            ready.add(joined(both, start, secondEnd, 0));
            restoreState(second);
            ready.add(second);
            ready.add(joined(both, secondStart, secondEnd, 0));
            restoreState(first);
        } else {
            restoreState(joined(both, start, secondEnd, position));
        }
    }

    private State joined(String both, int start, int end, int position) {
        term.setEmpty().append(both);
        offsets.setOffset(start, end);
        increment.setPositionIncrement(position);
        return captureState();
    }

    /** Whether the token may be the beginning of a model's name. "A 100 percent tariff" begins a sentence. */
    private boolean isCapitals() {
        boolean word = term.length() == 1 && (term.charAt(0) == 'A' || term.charAt(0) == 'I');
        if (term.length() < 1 || term.length() > MOST_LETTERS || word) {
            return false;
        }
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) < 'A' || term.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        ready.clear();
        ahead = null;
    }
}
