package org.onrecord.bench;

import java.util.Arrays;

/** How long many runs of one thing took. For one thread. */
public final class Latencies {
    private long[] nanos = new long[1_024];
    private int count;

    public void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    public int count() {
        return count;
    }

    /** Milliseconds within which a share of the runs was done, {@code 0.99} for all but the slowest hundredth; 0 without runs. */
    public double millis(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    /** The runs of both. */
    public static Latencies all(Iterable<Latencies> parts) {
        Latencies all = new Latencies();
        for (Latencies part : parts) {
            for (int i = 0; i < part.count; i++) {
                all.add(part.nanos[i]);
            }
        }
        return all;
    }
}
