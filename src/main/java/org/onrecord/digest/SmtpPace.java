package org.onrecord.digest;

import java.time.Duration;

/** Says when the next message may be handed over and the next connection opened. Safe for use by many threads. */
final class SmtpPace {
    private final long betweenMessages;
    private final long afterTrouble;
    private long nextMessage;
    private long nextConnection;
    private boolean trouble;

    /**
     * @param perMinute how many messages; 0 for no limit
     * @param afterTrouble how long after a connection that broke or was refused the next one may be opened
     */
    SmtpPace(int perMinute, Duration afterTrouble) {
        this.betweenMessages = perMinute == 0 ? 0 : Duration.ofMinutes(1).toNanos() / perMinute;
        this.afterTrouble = afterTrouble.toNanos();
        this.nextMessage = System.nanoTime();
        this.nextConnection = nextMessage;
    }

    /** Waits until a message may be handed over. */
    void message() throws InterruptedException {
        long turn;
        synchronized (this) {
            turn = later(nextMessage, System.nanoTime());
            nextMessage = turn + betweenMessages;
        }
        sleepUntil(turn);
    }

    /** Waits until a connection may be opened. */
    void connection() throws InterruptedException {
        long turn;
        synchronized (this) {
            turn = trouble ? later(nextConnection, System.nanoTime()) : System.nanoTime();
            nextConnection = turn + afterTrouble;
        }
        sleepUntil(turn);
    }

    /** A connection was refused, or broke before the server was done with it. */
    synchronized void trouble() {
        trouble = true;
        nextConnection = later(nextConnection, System.nanoTime() + afterTrouble);
    }

    /** A message was answered. */
    synchronized void well() {
        trouble = false;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static void sleepUntil(long turn) throws InterruptedException {
        long wait = turn - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        }
    }
}
