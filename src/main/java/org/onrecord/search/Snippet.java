package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Span;

/**
 * A piece of text with the places to highlight.
 *
 * @param text plain text, not escaped for any output
 * @param marks places in {@code text}, in order, none overlapping another
 */
public record Snippet(String text, List<Span> marks) {
    /**
     * A part of a snippet that is highlighted as a whole, or not at all.
     *
     * @param text plain text
     * @param marked whether to highlight it
     */
    public record Part(String text, boolean marked) {
        public Part {
            requireNonNull(text, "text");
        }
    }

    public Snippet {
        requireNonNull(text, "text");
        marks = List.copyOf(marks);
        int end = 0;
        for (Span mark : marks) {
            if (mark.start() < end || mark.end() > text.length()) {
                throw new IllegalArgumentException("marks must lie in the text, in order: " + marks);
            }
            end = mark.end();
        }
    }

    /** The text cut at its marks, for output that shows them its own way; no part is empty. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (Span mark : marks) {
            if (mark.start() > done) {
                parts.add(new Part(text.substring(done, mark.start()), false));
            }
            parts.add(new Part(text.substring(mark.start(), mark.end()), true));
            done = mark.end();
        }
        if (done < text.length()) {
            parts.add(new Part(text.substring(done), false));
        }
        return parts;
    }
}
