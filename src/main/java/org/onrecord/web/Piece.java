package org.onrecord.web;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Span;
import org.onrecord.search.Snippet;

/**
 * A run of a snippet's text that is highlighted as a whole or not at all.
 *
 * @param text plain text
 * @param marked whether to highlight it
 */
record Piece(String text, boolean marked) {
    static List<Piece> of(Snippet snippet) {
        String text = snippet.text();
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Span mark : snippet.marks()) {
            if (mark.start() > done) {
                pieces.add(new Piece(text.substring(done, mark.start()), false));
            }
            pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
            done = mark.end();
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), false));
        }
        return List.copyOf(pieces);
    }
}
