package org.onrecord.digest;

import java.util.List;
import org.onrecord.article.Span;
import org.onrecord.search.Snippet;

/** The evidence that a mail quotes: no more than a short passage around the marked words, whatever the article's length. */
final class Excerpt {
    static final int LONGEST = 600;

    /** How much of the text before the first mark stays when the beginning must go. */
    private static final int BEFORE_MARK = 150;

    private Excerpt() {}

    static Snippet of(Snippet whole) {
        String text = OneLine.spaced(whole.text());
        int from = text.length() <= LONGEST || whole.marks().isEmpty()
                ? 0
                : Math.clamp(whole.marks().getFirst().start() - BEFORE_MARK, 0, text.length() - LONGEST);
        int start = OneLine.cut(text, from);
        int end = OneLine.cut(text, Math.min(text.length(), start + LONGEST));
        String before = start > 0 ? "… " : "";
        String after = end < text.length() ? " …" : "";
        int shift = before.length() - start;
        List<Span> marks = whole.marks().stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .map(mark -> new Span(Math.max(mark.start(), start) + shift, Math.min(mark.end(), end) + shift))
                .toList();
        return new Snippet(before + text.substring(start, end) + after, marks);
    }
}
