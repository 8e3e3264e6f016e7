/** Whom a source means: names, pronouns, descriptions, spokespeople, authors. */
@NullMarked
package org.onrecord.tag.speaker;

import org.jspecify.annotations.NullMarked;
