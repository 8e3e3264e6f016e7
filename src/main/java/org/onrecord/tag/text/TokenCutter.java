package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Span;

/**
 * Cuts what the tokenizer model leaves together: endings such as {@code 's} and {@code n't}, quotation marks, commas,
 * brackets and dashes. "Nvidia's" and "H20,”" otherwise hide the name.
 */
final class TokenCutter {
    private static final String LEADING = "“”\"‘’'«»„([{—–…*•";
    private static final String TRAILING = "“”\"‘’'«»)]},;:!?—–…*";
    private static final Set<String> ENDINGS = Set.of("'s", "'re", "'ve", "'ll", "'d", "'m");

    private TokenCutter() {}

    /** Adds the pieces of the token from {@code start} to {@code end} to {@code pieces}. */
    static void cut(String text, int start, int end, List<Span> pieces) {
        int from = start;
        while (from < end && LEADING.indexOf(text.charAt(from)) >= 0 && !isClitic(text, from, end)) {
            pieces.add(new Span(from, from + 1));
            from++;
        }
        List<Span> tail = new ArrayList<>();
        int to = end;
        while (to > from + 1 && trails(text, from, to)) {
            tail.addFirst(new Span(to - 1, to));
            to--;
        }
        middle(text, from, to, pieces);
        pieces.addAll(tail);
    }

    private static boolean trails(String text, int from, int to) {
        return TRAILING.indexOf(text.charAt(to - 1)) >= 0;
    }

    private static void middle(String text, int from, int to, List<Span> pieces) {
        if (from >= to) {
            return;
        }
        for (int i = from + 1; i < to - 1; i++) {
            char c = text.charAt(i);
            boolean dash = c == '—' || c == '–' || (c == '-' && text.charAt(i + 1) == '-');
            boolean mark = "“”\"[]()".indexOf(c) >= 0
                    || (c == ',' && !digitsAround(text, i))
                    || (c == '/' && letters(text, i));
            if ((dash && !digitsAround(text, i)) || mark) {
                int length = c == '-' ? 2 : 1;
                middle(text, from, i, pieces);
                pieces.add(new Span(i, Math.min(to, i + length)));
                cut(text, Math.min(to, i + length), to, pieces);
                return;
            }
        }
        word(text, from, to, pieces);
    }

    private static void word(String text, int from, int to, List<Span> pieces) {
        String lower =
                text.substring(from, to).toLowerCase(java.util.Locale.ROOT).replace('’', '\'');
        if (lower.endsWith("n't") && lower.length() > 3) {
            pieces.add(new Span(from, to - 3));
            pieces.add(new Span(to - 3, to));
            return;
        }
        int mark = lower.lastIndexOf('\'');
        if (mark > 0 && ENDINGS.contains(lower.substring(mark))) {
            pieces.add(new Span(from, from + mark));
            pieces.add(new Span(from + mark, to));
            return;
        }
        pieces.add(new Span(from, to));
    }

    private static boolean isClitic(String text, int from, int end) {
        String rest = text.substring(from, Math.min(end, from + 4))
                .toLowerCase(java.util.Locale.ROOT)
                .replace('’', '\'');
        return end - from <= 3 && ENDINGS.contains(rest);
    }

    private static boolean digitsAround(String text, int i) {
        return Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
    }

    private static boolean letters(String text, int i) {
        return Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
    }
}
