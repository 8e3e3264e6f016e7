package org.onrecord.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far long work has come, on standard error: a bar that redraws itself on a terminal, a plain line every few
 * seconds elsewhere. Safe for use by many threads at once.
 */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration PLAIN_LINE = Duration.ofSeconds(5);

    private final String what;
    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private long done;
    private long total;
    private Instant shownAt;
    private boolean barShown;

    Progress(String what, PrintStream out, boolean terminal, Clock clock) {
        this.what = what;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.shownAt = clock.instant();
    }

    /** Progress on standard error. */
    static Progress of(String what) {
        return new Progress(what, System.err, isTerminal(), Clock.systemUTC());
    }

    /** The launcher knows; what {@link System#console} says of it differs between Java versions. */
    static boolean isTerminal() {
        return Boolean.getBoolean("onrecord.terminal");
    }

    /** Takes over how much is done, of how much in all; 0 for a total that is not known yet. */
    synchronized void update(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
        Instant now = clock.instant();
        if (Duration.between(shownAt, now).compareTo(terminal ? REDRAW : PLAIN_LINE) >= 0) {
            shownAt = now;
            show(null);
        }
    }

    /** Prints a line of its own above the bar. */
    synchronized void line(String text) {
        if (barShown) {
            out.print("\r\033[K");
            barShown = false;
        }
        out.println(text);
    }

    private void show(@Nullable String end) {
        if (terminal) {
            int filled = total == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
            out.print("\r\033[K" + what + " [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + count()
                    + (end == null ? "" : end));
            barShown = end == null;
        } else {
            out.println(what + " " + count());
        }
        out.flush();
    }

    private String count() {
        return total == 0 ? String.valueOf(done) : done + "/" + total;
    }

    /** Draws the bar a last time and leaves it standing; prints nothing where no line was due. */
    @Override
    public synchronized void close() {
        if (terminal && barShown) {
            show(System.lineSeparator());
        }
    }
}
