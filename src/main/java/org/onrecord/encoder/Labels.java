package org.onrecord.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * The labels of one output, in the order of the network's scores. Labels of spans are {@code B-kind} for the first word,
 * {@code I-kind} for those after it; {@code O} is none.
 */
record Labels(List<String> names) {
    private static final float NEVER = -1e4f;

    Labels {
        names = List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    int number(String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw new EncoderException("the network's labels " + names + " lack " + name);
        }
        return number;
    }

    /** A run of words with one kind of label. */
    record Run(int from, int to, String kind) {}

    /** The runs of the best sequence of labels in which each I follows a B or I of its own kind (Viterbi). */
    List<Run> runs(float[][] scores) {
        return runsOf(best(scores));
    }

    private List<Run> runsOf(int[] labels) {
        List<Run> runs = new ArrayList<>();
        int i = 0;
        while (i < labels.length) {
            String name = names.get(labels[i]);
            if (!name.startsWith("B")) {
                i++;
                continue;
            }
            int from = i++;
            String inside = "I" + name.substring(1);
            while (i < labels.length && names.get(labels[i]).equals(inside)) {
                i++;
            }
            runs.add(new Run(from, i, name.length() > 2 ? name.substring(2) : ""));
        }
        return runs;
    }

    private int[] best(float[][] scores) {
        int n = scores.length;
        int k = names.size();
        float[] sums = new float[k];
        int[][] back = new int[n][k];
        for (int b = 0; b < k; b++) {
            sums[b] = scores[0][b] + (names.get(b).startsWith("I") ? NEVER : 0);
        }
        for (int i = 1; i < n; i++) {
            float[] next = new float[k];
            for (int b = 0; b < k; b++) {
                int from = 0;
                float most = Float.NEGATIVE_INFINITY;
                for (int a = 0; a < k; a++) {
                    float sum = sums[a] + (follows(a, b) ? 0 : NEVER);
                    if (sum > most) {
                        most = sum;
                        from = a;
                    }
                }
                next[b] = most + scores[i][b];
                back[i][b] = from;
            }
            sums = next;
        }
        int[] path = new int[n];
        int last = 0;
        for (int b = 1; b < k; b++) {
            last = sums[b] > sums[last] ? b : last;
        }
        for (int i = n - 1; i >= 0; i--) {
            path[i] = last;
            last = back[i][last];
        }
        return path;
    }

    private boolean follows(int a, int b) {
        String next = names.get(b);
        return !next.startsWith("I")
                || !names.get(a).equals("O") && names.get(a).substring(1).equals(next.substring(1));
    }

    /** The mean chance of a run's labels, given the logarithms of all chances. */
    double chance(float[][] logChances, Run run) {
        String kind = run.kind().isEmpty() ? "" : "-" + run.kind();
        int first = number("B" + kind);
        int inside = number("I" + kind);
        double sum = 0;
        for (int i = run.from(); i < run.to(); i++) {
            sum += Math.exp(logChances[i][i == run.from() ? first : inside]);
        }
        return sum / (run.to() - run.from());
    }

    /** The number of the label with the highest score. */
    static int best(float[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    /** The logarithms of the chances that scores stand for, row by row, in place. */
    static float[][] logChances(float[][] scores) {
        for (float[] row : scores) {
            double most = Double.NEGATIVE_INFINITY;
            for (float score : row) {
                most = Math.max(most, score);
            }
            double sum = 0;
            for (float score : row) {
                sum += Math.exp(score - most);
            }
            double log = most + Math.log(sum);
            for (int k = 0; k < row.length; k++) {
                row[k] -= (float) log;
            }
        }
        return scores;
    }
}
