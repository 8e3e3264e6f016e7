/**
 * Attributed words: cue, source, content; and the act.
 *
 * <p>Start at {@link org.onrecord.tag.statement.AttributionFinder}, which names the ways to attribute, a class for each.
 */
@NullMarked
package org.onrecord.tag.statement;

import org.jspecify.annotations.NullMarked;
