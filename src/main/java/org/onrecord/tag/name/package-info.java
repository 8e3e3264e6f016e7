/** Names: known ones from the registry, learnt ones and those of a pattern, and the actor that each stands for. */
@NullMarked
package org.onrecord.tag.name;

import org.jspecify.annotations.NullMarked;
