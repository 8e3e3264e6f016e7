package org.onrecord.extract;

import java.util.List;
import java.util.OptionalInt;

/**
 * The element that holds the article's body: of all elements the one whose blocks weigh most together, then the innermost
 * one that still holds nearly all of that.
 */
final class BodyRoot {
    /** What an inner element must hold to stand for the outer one. Tuned on the scrapinghub and fundus development pages. */
    private static final double NEARLY_ALL = 0.88;

    private BodyRoot() {}

    /** Its number; the part's own when nothing in the part weighs more. */
    static int find(PageOutline outline, int part, List<TextBlock> blocks) {
        ProseMap weights = ProseMap.of(outline, blocks, TextBlock::weight);
        int heaviest = part;
        for (int at = part; at <= outline.last(part); at++) {
            if (weights.at(at) > weights.at(heaviest)) {
                heaviest = at;
            }
        }
        OptionalInt inner = heavyChild(outline, heaviest, weights);
        while (inner.isPresent()) {
            heaviest = inner.getAsInt();
            inner = heavyChild(outline, heaviest, weights);
        }
        return heaviest;
    }

    private static OptionalInt heavyChild(PageOutline outline, int parent, ProseMap weights) {
        double enough = NEARLY_ALL * weights.at(parent);
        return outline.children(parent)
                .filter(child -> enough > 0 && weights.at(child) >= enough)
                .findFirst();
    }
}
