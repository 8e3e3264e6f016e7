package org.onrecord.tag;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model over hashed features that labels a sequence as a whole (Viterbi), made by {@link SequenceTrainer}.
 *
 * <p>Immutable after loading and safe to share. A sequence of one makes it a plain classifier. With BIO labels a label
 * {@code I-X} only follows {@code B-X} or {@code I-X}.
 */
final class SequenceModel {
    private static final int MAGIC = 0x4f525332;

    private final String[] labels;
    private final int bits;
    private final byte[] weights;
    private final float scale;
    private final float[] transitions;
    private final boolean[] allowed;

    SequenceModel(String[] labels, int bits, byte[] weights, float scale, float[] transitions) {
        this.labels = labels;
        this.bits = bits;
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
        this.allowed = allowedPairs(labels);
    }

    List<String> labels() {
        return List.of(labels);
    }

    /** The place of a feature in the table of {@code 2^bits} rows; the same in every run and on every machine. */
    static int row(String feature, int bits) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> (64 - bits));
    }

    /** Which label may follow which; row {@code labels.length} stands for the start. */
    static boolean[] allowedPairs(String[] labels) {
        int n = labels.length;
        boolean[] allowed = new boolean[(n + 1) * n];
        for (int from = 0; from <= n; from++) {
            for (int to = 0; to < n; to++) {
                boolean inside = labels[to].startsWith("I-");
                String type = inside ? labels[to].substring(2) : "";
                allowed[from * n + to] =
                        !inside || (from < n && (labels[from].equals("B-" + type) || labels[from].equals("I-" + type)));
            }
        }
        return allowed;
    }

    /** The best label of each position, given the features of each. */
    List<String> label(List<List<String>> features) {
        int n = labels.length;
        double[][] scores = new double[features.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scores(features.get(i));
        }
        int[] best = decode(scores, n, transitions, allowed);
        List<String> answer = new ArrayList<>(best.length);
        for (int label : best) {
            answer.add(labels[label]);
        }
        return answer;
    }

    /** The score of each label for one position by itself, in the order of {@link #labels()}. */
    double[] scores(List<String> features) {
        int n = labels.length;
        int[] sums = new int[n];
        for (String feature : features) {
            int base = row(feature, bits) * n;
            for (int k = 0; k < n; k++) {
                sums[k] += weights[base + k];
            }
        }
        double[] scores = new double[n];
        for (int k = 0; k < n; k++) {
            scores[k] = sums[k] * scale;
        }
        return scores;
    }

    /** The scores as chances that add up to one; meaningful for a model of {@link ClassifierTrainer}. */
    double[] chances(List<String> features) {
        double[] scores = scores(features);
        double highest = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    static int[] decode(double[][] scores, int n, float[] transitions, boolean[] allowed) {
        int length = scores.length;
        int[][] back = new int[length][n];
        double[] last = new double[n];
        for (int i = 0; i < length; i++) {
            double[] next = new double[n];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int to = 0; to < n; to++) {
                if (i == 0) {
                    next[to] = allowed[n * n + to] ? transitions[n * n + to] : Double.NEGATIVE_INFINITY;
                } else {
                    for (int from = 0; from < n; from++) {
                        double score = last[from] + transitions[from * n + to];
                        if (allowed[from * n + to] && score > next[to]) {
                            next[to] = score;
                            back[i][to] = from;
                        }
                    }
                }
                next[to] += scores[i][to];
            }
            last = next;
        }
        int[] path = new int[length];
        if (length == 0) {
            return path;
        }
        int best = 0;
        for (int k = 1; k < n; k++) {
            if (last[k] > last[best]) {
                best = k;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            path[i] = best;
            best = back[i][best];
        }
        return path;
    }

    void write(OutputStream stream) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeInt(MAGIC);
            out.writeInt(labels.length);
            for (String label : labels) {
                out.writeUTF(label);
            }
            out.writeInt(bits);
            out.writeFloat(scale);
            for (float transition : transitions) {
                out.writeFloat(transition);
            }
            out.write(weights);
        }
    }

    static SequenceModel read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a sequence model of this program");
            }
            String[] labels = new String[in.readInt()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = in.readUTF();
            }
            int bits = in.readInt();
            float scale = in.readFloat();
            float[] transitions = new float[(labels.length + 1) * labels.length];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = in.readFloat();
            }
            byte[] weights = in.readNBytes((1 << bits) * labels.length);
            if (weights.length != (1 << bits) * labels.length) {
                throw new IOException("the sequence model is cut off");
            }
            return new SequenceModel(labels, bits, weights, scale, transitions);
        }
    }
}
