/**
 * What happens on schedule, as plain methods, and the thin Quartz jobs that call them.
 *
 * <p>{@link org.onrecord.job.Intake} is one round of a source, readable from top to bottom; sources that take more than one
 * page to ask have a walk each. {@link org.onrecord.job.Indexing} brings what was archived into the index. {@link org.onrecord.job.SourceCheckup} says how sources are doing. The only package that knows
 * Quartz.
 */
@NullMarked
package org.onrecord.job;

import org.jspecify.annotations.NullMarked;
