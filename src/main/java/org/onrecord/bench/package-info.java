/**
 * How fast the program is, always as a comparison: the program's way and a bare one take turns over the same work in one
 * process, so that what the machine does meanwhile meets both.
 *
 * <p>{@link org.onrecord.bench.Turns} runs them and answers {@link org.onrecord.bench.Round}s;
 * {@link org.onrecord.bench.Speed} and {@link org.onrecord.bench.Interval} make figures of them;
 * {@link org.onrecord.bench.Memory} and {@link org.onrecord.bench.Machine} say what it took and where it ran.
 */
@NullMarked
package org.onrecord.bench;

import org.jspecify.annotations.NullMarked;
