package org.onrecord.faults;

import java.util.concurrent.atomic.AtomicLong;

/** Counts calls and says which of them fails: the n-th alone, or that one and all that follow. Safe for many threads. */
public final class Fault {
    private final AtomicLong calls = new AtomicLong();
    private volatile long at = Long.MAX_VALUE;
    private volatile boolean forGood;
    private volatile boolean struck;

    /** Starts to count; the n-th call from now fails. */
    public void at(long n, boolean andAllThatFollow) {
        forGood = andAllThatFollow;
        struck = false;
        calls.set(0);
        at = n;
    }

    /** From now on nothing fails. */
    public void none() {
        forGood = false;
        at = Long.MAX_VALUE;
    }

    /** Whether a call failed since {@link #at}. */
    public boolean struck() {
        return struck;
    }

    /** How many calls there were since {@link #at}. */
    public long calls() {
        return calls.get();
    }

    /** Counts a call; whether it fails. */
    public boolean strikes() {
        long call = calls.incrementAndGet();
        boolean strikes = forGood ? call >= at : call == at;
        if (strikes) {
            struck = true;
        }
        return strikes;
    }
}
