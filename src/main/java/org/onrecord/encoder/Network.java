package org.onrecord.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The network's three parts, run by ONNX Runtime: one reads a window, one finds what belongs to a cue, one judges statements.
 * One thread a call; many calls may run at once.
 */
final class Network {
    private static final String WITHOUT =
            "; with `engine: maxent` under `tag` in onrecord.yaml the program works without it";

    private final OrtEnvironment environment;
    private final OrtSession reader;
    private final OrtSession roles;
    private final OrtSession statements;

    Network() {
        this.environment = environment();
        this.reader = session("reader.onnx");
        this.roles = session("roles.onnx");
        this.statements = session("statements.onnx");
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError | RuntimeException e) {
            throw new EncoderException("ONNX Runtime cannot start here (" + e.getMessage() + ")" + WITHOUT, e);
        }
    }

    private OrtSession session(String file) {
        try (InputStream stream = Network.class.getResourceAsStream(file);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (stream == null) {
                throw new EncoderException("the network's file " + file + " is missing from the program's jar");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            return environment.createSession(stream.readAllBytes(), options);
        } catch (OrtException e) {
            throw new EncoderException(
                    "the network's file " + file + " cannot be loaded: " + e.getMessage() + WITHOUT, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " from the program's jar", e);
        }
    }

    /**
     * What the network makes of a window.
     *
     * @param vectors a vector for each word, the first one for the window as a whole
     * @param names scores of each word's {@code names} labels; the others alike
     */
    record Read(float[][] vectors, float[][] names, float[][] anchors, float[][] events, float[][] figures) {}

    /**
     * Reads a window.
     *
     * @param pieces its pieces, marks included
     * @param forms the form of each
     * @param starts where each word's first piece stands; the first is the whole window's
     */
    Read read(long[] pieces, long[] forms, long[] starts) {
        return run(
                reader,
                Map.of(
                        "pieces", new Longs(pieces, 1, pieces.length),
                        "forms", new Longs(forms, 1, forms.length),
                        "starts", new Longs(starts, starts.length)),
                outputs -> new Read(
                        rows(outputs, "vectors"),
                        rows(outputs, "names"),
                        rows(outputs, "anchors"),
                        rows(outputs, "events"),
                        rows(outputs, "claims")));
    }

    /** For each anchor, the scores of each word's roles. */
    float[][][] roles(float[][] vectors, long[] anchors) {
        return run(
                roles, Map.of("vectors", new Floats(vectors), "anchors", new Longs(anchors, anchors.length)), outputs ->
                        (float[][][]) value(outputs, "roles"));
    }

    /**
     * What the network makes of statements.
     *
     * @param acts scores of the acts, a row a statement
     * @param stands scores of the stands
     * @param meant for each word how well it goes with the source
     * @param unnamed how well nobody goes with it
     */
    record Judged(float[][] acts, float[][] stands, float[][] meant, float[] unnamed) {}

    /**
     * Judges statements of a window.
     *
     * @param anchors the word of each statement's cue
     * @param sources a row a statement: weights of the words of its source, adding up to 1
     * @param contents the same for its content
     * @param starts the first word of each source
     */
    Judged judge(float[][] vectors, long[] anchors, float[][] sources, float[][] contents, long[] starts) {
        return run(
                statements,
                Map.of(
                        "vectors", new Floats(vectors),
                        "anchors", new Longs(anchors, anchors.length),
                        "sources", new Floats(sources),
                        "contents", new Floats(contents),
                        "starts", new Longs(starts, starts.length)),
                outputs -> new Judged(rows(outputs, "acts"), rows(outputs, "stands"), rows(outputs, "meant"), (float[])
                        value(outputs, "unnamed")));
    }

    private sealed interface Input {
        OnnxTensor tensor(OrtEnvironment environment) throws OrtException;
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Longs(long[] values, long... shape) implements Input {
        @Override
        public OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Floats(float[][] rows) implements Input {
        @Override
        public OnnxTensor tensor(OrtEnvironment environment) throws OrtException {
            int width = rows[0].length;
            FloatBuffer buffer = FloatBuffer.allocate(rows.length * width);
            for (float[] row : rows) {
                buffer.put(row);
            }
            return OnnxTensor.createTensor(environment, buffer.flip(), new long[] {rows.length, width});
        }
    }

    private interface Reading<T> {
        T of(OrtSession.Result outputs) throws OrtException;
    }

    private <T> T run(OrtSession session, Map<String, Input> inputs, Reading<T> reading) {
        Map<String, OnnxTensorLike> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Input> input : inputs.entrySet()) {
                tensors.put(input.getKey(), input.getValue().tensor(environment));
            }
            try (OrtSession.Result outputs = session.run(tensors)) {
                return reading.of(outputs);
            }
        } catch (OrtException e) {
            throw new EncoderException("the network failed: " + e.getMessage(), e);
        } finally {
            tensors.values().forEach(OnnxTensorLike::close);
        }
    }

    private static float[][] rows(OrtSession.Result outputs, String name) throws OrtException {
        return (float[][]) value(outputs, name);
    }

    private static Object value(OrtSession.Result outputs, String name) throws OrtException {
        @Nullable OnnxValue value = outputs.get(name).orElse(null);
        if (value == null) {
            throw new EncoderException("the network gives no " + name);
        }
        return value.getValue();
    }
}
