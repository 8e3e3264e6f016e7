package org.onrecord.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * How much of something the blocks under each element have together.
 *
 * @param sums by element; elements without a block are not in it
 * @param total over all blocks
 */
record ProseMap(Map<Element, Double> sums, double total) {
    static ProseMap of(Element root, List<TextBlock> blocks, ToDoubleFunction<TextBlock> measure) {
        Map<Element, Double> sums = new HashMap<>();
        double total = 0;
        for (TextBlock block : blocks) {
            double amount = measure.applyAsDouble(block);
            total += amount;
            sums.merge(block.owner(), amount, Double::sum);
        }
        root.traverse(new HandUp(root, sums));
        return new ProseMap(sums, total);
    }

    double at(Element element) {
        return sums.getOrDefault(element, 0.0);
    }

    /** The part of all that is under an element, 0 to 1. */
    double share(Element element) {
        return total <= 0 ? 0 : at(element) / total;
    }

    /** Adds what each element has to its parent, children first. */
    private record HandUp(Element root, Map<Element, Double> sums) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            // on the way down there is nothing to add yet
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element != root) {
                Double amount = sums.get(element);
                Element parent = element.parent();
                if (amount != null && parent != null) {
                    sums.merge(parent, amount, Double::sum);
                }
            }
        }
    }
}
