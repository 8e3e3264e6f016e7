package org.onrecord.tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trains a {@link SequenceModel} as an averaged structured perceptron. The same examples in the same order give the same model. */
final class SequenceTrainer {
    /** A sequence with the features and the right label of each position. */
    record Example(List<List<String>> features, List<String> labels) {}

    private final String[] labels;
    private final int bits;
    private final int rounds;

    SequenceTrainer(List<String> labels, int bits, int rounds) {
        this.labels = labels.toArray(String[]::new);
        this.bits = bits;
        this.rounds = rounds;
    }

    private record Row(int[][] rows, int[] gold) {}

    SequenceModel train(List<Example> examples) {
        int n = labels.length;
        List<Row> data = new ArrayList<>();
        for (Example example : examples) {
            data.add(row(example));
        }
        float[] weights = new float[(1 << bits) * n];
        double[] sums = new double[weights.length];
        float[] transitions = new float[(n + 1) * n];
        double[] transitionSums = new double[transitions.length];
        boolean[] allowed = SequenceModel.allowedPairs(labels);
        Random random = new Random(7);
        long step = 1;
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(data, random);
            for (Row row : data) {
                int[] guess = SequenceModel.decode(scores(row, weights, n), n, transitions, allowed);
                for (int i = 0; i < guess.length; i++) {
                    int gold = row.gold[i];
                    if (guess[i] != gold) {
                        for (int feature : row.rows[i]) {
                            add(weights, sums, feature * n + gold, 1, step);
                            add(weights, sums, feature * n + guess[i], -1, step);
                        }
                    }
                    int before = i == 0 ? n : row.gold[i - 1];
                    int beforeGuess = i == 0 ? n : guess[i - 1];
                    if (guess[i] != gold || before != beforeGuess) {
                        add(transitions, transitionSums, before * n + gold, 1, step);
                        add(transitions, transitionSums, beforeGuess * n + guess[i], -1, step);
                    }
                }
                step++;
            }
        }
        return averaged(weights, sums, transitions, transitionSums, step);
    }

    private static void add(float[] weights, double[] sums, int place, int by, long step) {
        weights[place] += by;
        sums[place] += (double) by * step;
    }

    private Row row(Example example) {
        List<String> names = List.of(labels);
        int[][] rows = new int[example.features().size()][];
        int[] gold = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = example.features().get(i).stream()
                    .mapToInt(feature -> SequenceModel.row(feature, bits))
                    .toArray();
            gold[i] = names.indexOf(example.labels().get(i));
            if (gold[i] < 0) {
                throw new IllegalArgumentException(
                        "unknown label " + example.labels().get(i));
            }
        }
        return new Row(rows, gold);
    }

    private static double[][] scores(Row row, float[] weights, int n) {
        double[][] scores = new double[row.rows.length][n];
        for (int i = 0; i < scores.length; i++) {
            for (int feature : row.rows[i]) {
                for (int k = 0; k < n; k++) {
                    scores[i][k] += weights[feature * n + k];
                }
            }
        }
        return scores;
    }

    private SequenceModel averaged(
            float[] weights, double[] sums, float[] transitions, double[] transitionSums, long step) {
        float[] average = new float[weights.length];
        List<Float> sizes = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            average[i] = (float) (weights[i] - sums[i] / step);
            if (average[i] != 0 && i % 7 == 0) {
                sizes.add(Math.abs(average[i]));
            }
        }
        Collections.sort(sizes);
        float large = sizes.isEmpty() ? 1 : sizes.get((int) (sizes.size() * 0.9995));
        float scale = Math.max(large, 1e-6f) / 127;
        byte[] small = new byte[average.length];
        for (int i = 0; i < average.length; i++) {
            small[i] = (byte) Math.max(-127, Math.min(127, Math.round(average[i] / scale)));
        }
        float[] between = new float[transitions.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = (float) (transitions[i] - transitionSums[i] / step);
        }
        return new SequenceModel(labels, bits, small, scale, between);
    }
}
