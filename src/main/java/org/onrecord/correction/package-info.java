/** What people correct about tags: reading it, checking it, and putting it in the place of what the tagger found. */
@NullMarked
package org.onrecord.correction;

import org.jspecify.annotations.NullMarked;
