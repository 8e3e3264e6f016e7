package org.onrecord.extract;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much of something the blocks under each element have together.
 *
 * @param sums by number of the element
 */
record ProseMap(double[] sums) {
    static ProseMap of(PageOutline outline, List<TextBlock> blocks, ToDoubleFunction<TextBlock> measure) {
        double[] sums = new double[outline.size()];
        for (TextBlock block : blocks) {
            sums[block.owner()] += measure.applyAsDouble(block);
        }
        for (int number = sums.length - 1; number > 0; number--) {
            sums[outline.parent(number)] += sums[number];
        }
        return new ProseMap(sums);
    }

    /** How much prose lies where. */
    static ProseMap prose(PageOutline outline, List<TextBlock> blocks) {
        return of(outline, blocks, block -> Math.max(0, block.weight()));
    }

    double at(int element) {
        return sums[element];
    }

    /** The part of all that is under an element, 0 to 1. */
    double share(int element) {
        return sums[0] <= 0 ? 0 : sums[element] / sums[0];
    }
}
