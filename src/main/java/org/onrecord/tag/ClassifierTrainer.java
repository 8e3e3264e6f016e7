package org.onrecord.tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains a {@link SequenceModel} for single positions as a softmax regression with ridge penalty, whose scores are log
 * odds: for some thousand examples steadier than the perceptron of {@link SequenceTrainer}.
 */
final class ClassifierTrainer {
    private static final int ROUNDS = 30;
    private static final double RATE = 0.1;

    private final String[] labels;
    private final int bits;
    private final double ridge;

    ClassifierTrainer(List<String> labels, int bits, double ridge) {
        this.labels = labels.toArray(String[]::new);
        this.bits = bits;
        this.ridge = ridge;
    }

    private record Row(int[] rows, int gold) {}

    /** Trains on the first position of each example. */
    SequenceModel train(List<SequenceTrainer.Example> examples) {
        int n = labels.length;
        List<Row> data = new ArrayList<>();
        for (SequenceTrainer.Example example : examples) {
            int[] rows = example.features().getFirst().stream()
                    .mapToInt(feature -> SequenceModel.row(feature, bits))
                    .toArray();
            data.add(new Row(rows, List.of(labels).indexOf(example.labels().getFirst())));
        }
        double[] weights = new double[(1 << bits) * n];
        double[] squares = new double[weights.length];
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(data, random);
            for (Row row : data) {
                step(row, weights, squares, n);
            }
        }
        return quantized(weights, n);
    }

    private void step(Row row, double[] weights, double[] squares, int n) {
        double[] chances = chances(row, weights, n);
        for (int k = 0; k < n; k++) {
            double error = chances[k] - (k == row.gold ? 1 : 0);
            for (int feature : row.rows) {
                int place = feature * n + k;
                double gradient = error + ridge * weights[place];
                squares[place] += gradient * gradient;
                weights[place] -= RATE * gradient / (1e-6 + Math.sqrt(squares[place]));
            }
        }
    }

    private static double[] chances(Row row, double[] weights, int n) {
        double[] scores = new double[n];
        for (int feature : row.rows) {
            for (int k = 0; k < n; k++) {
                scores[k] += weights[feature * n + k];
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < n; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    private SequenceModel quantized(double[] weights, int n) {
        double largest = 1e-9;
        for (double weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = (float) (largest / 127);
        byte[] small = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            small[i] = (byte) Math.round(weights[i] / scale);
        }
        return new SequenceModel(labels, bits, small, scale, new float[(n + 1) * n]);
    }
}
