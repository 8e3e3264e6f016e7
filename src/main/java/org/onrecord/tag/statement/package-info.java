/** Attributed words: cue, source, content; and the act. */
@NullMarked
package org.onrecord.tag.statement;

import org.jspecify.annotations.NullMarked;
