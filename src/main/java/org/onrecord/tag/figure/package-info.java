/** Figures: quantities with subject, measure, unit and period. */
@NullMarked
package org.onrecord.tag.figure;

import org.jspecify.annotations.NullMarked;
