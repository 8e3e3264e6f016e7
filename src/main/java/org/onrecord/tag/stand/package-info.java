/** Where a statement places its speaker on an issue, and how far that is to be trusted. */
@NullMarked
package org.onrecord.tag.stand;

import org.jspecify.annotations.NullMarked;
