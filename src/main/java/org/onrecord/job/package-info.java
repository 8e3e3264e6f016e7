/**
 * What happens on schedule, as plain methods, and the thin Quartz jobs that call them.
 *
 * <p>{@link org.onrecord.job.Intake} is one round of a source, readable from top to bottom. The only package that knows
 * Quartz.
 */
@NullMarked
package org.onrecord.job;

import org.jspecify.annotations.NullMarked;
