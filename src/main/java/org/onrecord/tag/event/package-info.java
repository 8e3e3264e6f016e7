/** Policy events: the words that tell of them, who took part, when. */
@NullMarked
package org.onrecord.tag.event;

import org.jspecify.annotations.NullMarked;
