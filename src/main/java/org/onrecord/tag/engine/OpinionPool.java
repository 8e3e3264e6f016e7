package org.onrecord.tag.engine;

import java.util.HashMap;
import java.util.Map;

/**
 * Two judges' chances made one: for each label the product of both, the second's raised to a weight (a logarithmic opinion pool;
 * Genest and Zidek 1986). What one holds nearly impossible stays unlikely.
 */
final class OpinionPool {
    /** No judge is surer than this that a label is wrong. */
    private static final double LEAST = 1e-4;

    private OpinionPool() {}

    /**
     * The chances of all labels; a label that one judge does not know keeps the other's chance.
     *
     * @param first chances that sum to 1
     * @param second likewise
     * @param weight how much the second counts beside the first: 0 not at all, 1 as much
     */
    static <L> Map<L, Double> of(Map<L, Double> first, Map<L, Double> second, double weight) {
        Map<L, Double> pooled = new HashMap<>();
        Map<L, Double> alone = new HashMap<>();
        second.forEach((label, chance) -> {
            Double other = first.get(label);
            if (other == null) {
                alone.put(label, chance);
            } else {
                pooled.put(label, Math.max(other, LEAST) * Math.pow(Math.max(chance, LEAST), weight));
            }
        });
        first.forEach((label, chance) -> {
            if (!second.containsKey(label)) {
                alone.put(label, chance);
            }
        });
        double scale = Math.max(0, 1 - sum(alone)) / Math.max(Double.MIN_NORMAL, sum(pooled));
        pooled.replaceAll((label, product) -> product * scale);
        pooled.putAll(alone);
        return pooled;
    }

    private static double sum(Map<?, Double> chances) {
        return chances.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
