/**
 * The program's own figures, for Prometheus.
 *
 * <p>Start at {@link org.onrecord.metrics.Metrics}: it counts what it is told, wraps parts that are to be measured, and
 * writes everything in the text form that Prometheus reads.
 */
@NullMarked
package org.onrecord.metrics;

import org.jspecify.annotations.NullMarked;
