package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Span;

/**
 * The stretches of a text that stand in quotation marks.
 *
 * <p>Knows double and single, typographic and plain marks. A plain or right single mark inside a word is an apostrophe; a
 * quotation ends with its paragraph at the latest.
 */
public final class Quotes {
    private static final int LONGEST = 2_000;

    private final List<Span> spans;

    private Quotes(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    public static Quotes in(String text) {
        List<Span> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = -1;
            if (c == '“' || c == '„' || c == '«' || c == '「') {
                end = close(text, i, c == '«' ? "»" : c == '「' ? "」" : "”“");
            } else if (c == '"') {
                end = closePlain(text, i, '"');
            } else if ((c == '‘' || c == '\'') && opensWord(text, i)) {
                end = closeSingle(text, i, c);
            }
            if (end > i + 1) {
                found.add(new Span(i, end));
                i = end;
            } else {
                i++;
            }
        }
        return new Quotes(found);
    }

    /** Outermost quotations, marks included. */
    public List<Span> spans() {
        return spans;
    }

    /** The quotation that holds an offset, its marks included. */
    public Optional<Span> at(int offset) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span span = spans.get(middle);
            if (offset < span.start()) {
                high = middle - 1;
            } else if (offset >= span.end()) {
                low = middle + 1;
            } else {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    public boolean covers(int offset) {
        return at(offset).isPresent();
    }

    /** The quotation that ends exactly here or with the space before. */
    public Optional<Span> endingAt(int offset) {
        return at(offset - 1).filter(span -> span.end() == offset);
    }

    private static int close(String text, int open, String marks) {
        int last = Math.min(text.length(), open + LONGEST);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return paragraphEnd(open, i);
            }
            if (marks.indexOf(c) >= 0) {
                return c == '“' && text.charAt(open) == '“' ? -1 : i + 1;
            }
        }
        return -1;
    }

    private static int closePlain(String text, int open, char mark) {
        if (open + 1 >= text.length() || Character.isWhitespace(text.charAt(open + 1))) {
            return -1;
        }
        int last = Math.min(text.length(), open + LONGEST);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return paragraphEnd(open, i);
            }
            if (c == mark) {
                return i + 1;
            }
        }
        return -1;
    }

    /** A quotation that goes on in the next paragraph has no closing mark in this one. */
    private static int paragraphEnd(int open, int lineFeed) {
        return lineFeed - open > 20 ? lineFeed : -1;
    }

    private static boolean opensWord(String text, int i) {
        boolean fresh = i == 0 || " \n\t(—–-[“\"".indexOf(text.charAt(i - 1)) >= 0;
        return fresh && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private static int closeSingle(String text, int open, char mark) {
        char closing = mark == '‘' ? '’' : '\'';
        int last = Math.min(text.length(), open + LONGEST);
        int weak = -1;
        for (int i = open + 2; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                break;
            }
            if (c != closing) {
                continue;
            }
            boolean inWord = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
            if (inWord) {
                continue;
            }
            char before = text.charAt(i - 1);
            if (before == 's' && weak < 0 && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                weak = i + 1; // either the end, or a plural's possessive
                continue;
            }
            return i + 1;
        }
        return weak;
    }
}
