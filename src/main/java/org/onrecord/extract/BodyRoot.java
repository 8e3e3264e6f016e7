package org.onrecord.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * The element that holds the article's body: of all elements the one whose blocks weigh most together, then the innermost
 * one that still holds nearly all of that.
 */
final class BodyRoot {
    /** What an inner element must hold to stand for the outer one. Tuned on the scrapinghub and fundus development pages. */
    private static final double NEARLY_ALL = 0.88;

    private BodyRoot() {}

    static Element find(Element body, List<TextBlock> blocks) {
        ProseMap weights = ProseMap.of(body, blocks, TextBlock::weight);
        Element heaviest = body;
        for (Map.Entry<Element, Double> entry : weights.sums().entrySet()) {
            if (entry.getValue() > weights.at(heaviest)) {
                heaviest = entry.getKey();
            }
        }
        return narrowed(heaviest, weights);
    }

    private static Element narrowed(Element from, ProseMap weights) {
        Element at = from;
        Optional<Element> inner = heavyChild(at, weights);
        while (inner.isPresent()) {
            at = inner.get();
            inner = heavyChild(at, weights);
        }
        return at;
    }

    private static Optional<Element> heavyChild(Element parent, ProseMap weights) {
        double enough = NEARLY_ALL * weights.at(parent);
        return parent.children().stream()
                .filter(child -> enough > 0 && weights.at(child) >= enough)
                .findFirst();
    }

    static boolean holds(Element root, Element inner) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }
}
