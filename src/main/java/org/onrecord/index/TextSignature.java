package org.onrecord.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fingerprint by which near-equal texts are known: the smallest of {@value #HASHES} hashes over all runs of
 * {@value #RUN} words (min-hash, Broder 1997). The share of equal hashes estimates how many runs two texts have in common.
 */
final class TextSignature {
    private static final int HASHES = 64;
    private static final int RUN = 5;
    /** Four hashes to a band: texts that share 70 of 100 runs meet in one of the 16 bands in 99 of 100 cases. */
    private static final int BAND = 4;
    /** A wire copy with its own headline, dateline and a cut paragraph shares more; two reports of one event far less. */
    private static final double SAME_TEXT = 0.55;

    private final int[] smallest;

    private TextSignature(int[] smallest) {
        this.smallest = smallest;
    }

    /** The fingerprint of a text; empty when it has no words. */
    static Optional<TextSignature> of(String text) {
        long[] words = words(text);
        if (words.length == 0) {
            return Optional.empty();
        }
        int[] smallest = new int[HASHES];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        int run = Math.min(RUN, words.length);
        for (int first = 0; first + run <= words.length; first++) {
            long hash = 0;
            for (int i = 0; i < run; i++) {
                hash = mix(hash * 31 + words[first + i]);
            }
            for (int i = 0; i < HASHES; i++) {
                smallest[i] = Math.min(smallest[i], (int) (mix(hash + i * 0x9E3779B97F4A7C15L) >>> 33));
            }
        }
        return Optional.of(new TextSignature(smallest));
    }

    static TextSignature ofBytes(byte[] bytes, int offset, int length) {
        int[] smallest = new int[HASHES];
        ByteBuffer.wrap(bytes, offset, length).asIntBuffer().get(smallest);
        return new TextSignature(smallest);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HASHES * Integer.BYTES);
        bytes.asIntBuffer().put(smallest);
        return bytes.array();
    }

    /** Keys of which near-equal texts share at least one. */
    List<String> bands() {
        List<String> bands = new ArrayList<>(HASHES / BAND);
        for (int first = 0; first < HASHES; first += BAND) {
            long hash = first;
            for (int i = first; i < first + BAND; i++) {
                hash = mix(hash * 31 + smallest[i]);
            }
            bands.add(Long.toHexString(hash));
        }
        return bands;
    }

    /** The share of runs in common with the other text, from 0 to 1, as estimated. */
    double likeness(TextSignature other) {
        int equal = 0;
        for (int i = 0; i < HASHES; i++) {
            if (smallest[i] == other.smallest[i]) {
                equal++;
            }
        }
        return (double) equal / HASHES;
    }

    boolean sameText(double likeness) {
        return likeness >= SAME_TEXT;
    }

    /** A short name for the text, the same for equal fingerprints. */
    String name() {
        long hash = 0;
        for (int value : smallest) {
            hash = mix(hash * 31 + value);
        }
        return String.format("%016x", hash);
    }

    /** Hashes of the words, each Chinese or Japanese character a word, letter case ignored. */
    private static long[] words(String text) {
        long[] words = new long[text.length()];
        int count = 0;
        long word = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isIdeographic(c)) {
                if (word != 0) {
                    words[count++] = word;
                    word = 0;
                }
                words[count++] = mix(c);
            } else if (Character.isLetterOrDigit(c)) {
                word = mix(word * 31 + Character.toLowerCase(c));
            } else if (word != 0) {
                words[count++] = word;
                word = 0;
            }
        }
        if (word != 0) {
            words[count++] = word;
        }
        return Arrays.copyOf(words, count);
    }

    /** The finishing step of SplitMix64: every bit of the input moves every bit of the result. */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
