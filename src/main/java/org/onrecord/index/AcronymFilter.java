package org.onrecord.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the dots out of acronyms and the commas out of numbers; makes {@code U.S.} and {@code US} the term
 * {@value #UNITED_STATES}. Must see the words before they lose their capitals.
 */
final class AcronymFilter extends TokenFilter {
    /** A term that no other word becomes, since words do not end in a dot here. */
    static final String UNITED_STATES = "u.s.";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AcronymFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        boolean dotted = isDotted();
        if (dotted) {
            drop('.');
        } else if (term.length() > 0 && Character.isDigit(term.charAt(0))) {
            drop(',');
        }
        boolean unitedStates =
                term.length() == 2 && (dotted ? "us".contentEquals(lowerCase()) : "US".contentEquals(term));
        if (unitedStates) {
            term.setEmpty().append(UNITED_STATES);
        }
        return true;
    }

    /** Whether the term is single letters with a dot between each two, as the tokenizer leaves {@code A.I.} */
    private boolean isDotted() {
        if (term.length() < 3 || term.length() % 2 == 0) {
            return false;
        }
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return true;
    }

    private void drop(char unwanted) {
        char[] buffer = term.buffer();
        int length = 0;
        for (int i = 0; i < term.length(); i++) {
            if (buffer[i] != unwanted) {
                buffer[length++] = buffer[i];
            }
        }
        term.setLength(length);
    }

    private CharSequence lowerCase() {
        return new StringBuilder(2)
                .append(Character.toLowerCase(term.charAt(0)))
                .append(Character.toLowerCase(term.charAt(1)));
    }
}
