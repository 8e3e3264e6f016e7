package org.onrecord.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/** Decides which finding answers which annotation: one to one, the best matches first. */
final class Pairing {
    private Pairing() {}

    /**
     * An annotation with the finding that answers it.
     *
     * @param index the annotation's place in its list
     */
    record Pair<T>(int index, T gold, T predicted) {}

    private record Candidate(double score, int gold, int predicted) {}

    /** The pairs by descending score, equal ones in the order of both lists; a score of 0 never pairs. */
    static <T> List<Pair<T>> of(List<T> golds, List<T> predictions, ToDoubleBiFunction<T, T> score) {
        List<Candidate> candidates = new ArrayList<>();
        for (int g = 0; g < golds.size(); g++) {
            for (int p = 0; p < predictions.size(); p++) {
                double points = score.applyAsDouble(golds.get(g), predictions.get(p));
                if (points > 0) {
                    candidates.add(new Candidate(points, g, p));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingInt(Candidate::gold)
                .thenComparingInt(Candidate::predicted));
        Set<Integer> usedGolds = new HashSet<>();
        Set<Integer> usedPredictions = new HashSet<>();
        List<Pair<T>> pairs = new ArrayList<>();
        for (Candidate next : candidates) {
            if (!usedGolds.contains(next.gold()) && !usedPredictions.contains(next.predicted())) {
                usedGolds.add(next.gold());
                usedPredictions.add(next.predicted());
                pairs.add(new Pair<>(next.gold(), golds.get(next.gold()), predictions.get(next.predicted())));
            }
        }
        return pairs;
    }
}
